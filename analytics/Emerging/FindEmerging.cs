using AcikKapi.Analytics.Detection;
using AcikKapi.Domain.Classification;
using MathNet.Numerics.Distributions;

namespace AcikKapi.Analytics.Emerging;

/// <summary>A text that no type was found for. <paramref name="Person"/>: a pseudonym, or what stands for a person of one's own.</summary>
public sealed record UntypedText(string Text, string Person, DateOnly Day);

/// <summary>Words that people suddenly write, of one subject.</summary>
/// <param name="Words">The shortest of each stem, the most telling first.</param>
/// <param name="Subjects">Texts that differ from each other; a petition sent by many is one.</param>
/// <param name="Expected">Subjects, had the first word been as usual as before.</param>
/// <param name="Weight">Class TF-IDF of its first word.</param>
public sealed record NewTopic(IReadOnlyList<string> Words, int Persons, int Subjects, double Expected, int Days, double Weight, double QValue);

/// <summary>One text sent by many: each person counts once, the subject once.</summary>
/// <param name="Words">Its rarest, of those that enough of its senders wrote.</param>
public sealed record MassPetition(IReadOnlyList<string> Words, int Persons, int Texts, DateOnly First, DateOnly Last);

/// <param name="Texts">Looked at, of four weeks and the year before them.</param>
public sealed record Emerging(int Texts, IReadOnlyList<NewTopic> Topics, IReadOnlyList<MassPetition> Petitions);

/// <summary>
/// What is new in the last four weeks among texts without a type, against the year before them. Near duplicates count as one subject.
/// A word is new where its share of subjects rose beyond chance (binomial given its total, false discovery rate 0.1) and at least ten
/// persons wrote it on at least three days; words of the same subjects are one topic.
/// Weight: class TF-IDF, tf · ln(1 + A / f) (Grootendorst 2022), A words a class on average, f the word in both.
/// </summary>
public static class FindEmerging
{
    public const int Days = 28, YearDays = 365;
    const int FewestPersons = 10, FewestDays = 3, FewestSubjects = 3, MostWords = 5;
    const double MostQ = 0.1, SameSubjects = 0.5;

    sealed record Subject(IReadOnlyDictionary<string, string> Words, bool IsRecent, List<UntypedText> Texts);

    sealed record Word(string Text, HashSet<int> Recent, int Before, int Persons, int OnDays);

    public static Emerging Run(IReadOnlyList<UntypedText> texts, DateOnly asOf, CancellationToken cancel = default)
    {
        var seen = texts.Where(t => t.Day <= asOf && t.Day > asOf.AddDays(-Days - YearDays)).ToArray();
        var groups = NearDuplicates.Group([.. seen.Select(t => t.Text)], cancel);
        var subjects = seen.Zip(groups).GroupBy(t => t.Second, t => t.First).Select(g => SubjectOf([.. g], asOf)).ToArray();
        var places = Places(subjects);
        return new Emerging(seen.Length, Topics(subjects, places), [.. subjects.Where(s => s.IsRecent).Select(s => PetitionOf(s, places)).OfType<MassPetition>().OrderByDescending(p => p.Persons)]);
    }

    // As old as its first text: what comes again is not new.
    static Subject SubjectOf(List<UntypedText> texts, DateOnly asOf) =>
        new(TextWords.ByStem(texts[0].Text), texts.Min(t => t.Day) > asOf.AddDays(-Days), texts);

    static MassPetition? PetitionOf(Subject subject, Dictionary<string, List<int>> places)
    {
        var senders = subject.Texts.GroupBy(t => t.Person).ToList();
        if (senders.Count < FewestPersons) return null;
        // What a few of them added, a name perhaps, is never shown.
        var common = senders.SelectMany(sender => sender.SelectMany(t => TextWords.ByStem(t.Text).Keys).Distinct(StringComparer.Ordinal))
            .CountBy(stem => stem, StringComparer.Ordinal).Where(stem => stem.Value >= FewestPersons && subject.Words.ContainsKey(stem.Key)).Select(stem => stem.Key);
        return new MassPetition(
            [.. common.OrderBy(stem => places[stem].Count).ThenBy(stem => stem, StringComparer.Ordinal).Take(MostWords).Select(stem => subject.Words[stem])],
            senders.Count, subject.Texts.Count, subject.Texts.Min(t => t.Day), subject.Texts.Max(t => t.Day));
    }

    static IReadOnlyList<NewTopic> Topics(Subject[] subjects, Dictionary<string, List<int>> places)
    {
        var recent = subjects.Count(s => s.IsRecent);
        var words = Words(subjects, places);
        if (words.Count == 0) return [];
        var usual = (double)recent / subjects.Length;
        var q = Multiplicity.Adjust([.. words.Select(w => AtLeast(w.Recent.Count, w.Recent.Count + w.Before, usual))]);
        var inClass = subjects.Length == 0 ? 0 : subjects.Sum(s => s.Words.Count) / 2.0;
        var rising = words.Zip(q, (word, qValue) => (Word: word, Q: qValue, Weight: word.Recent.Count * Math.Log(1 + inClass / (word.Recent.Count + word.Before))))
            .Where(w => w.Q <= MostQ).OrderByDescending(w => w.Weight).ThenBy(w => w.Word.Text, StringComparer.Ordinal).ToList();

        var topics = new List<NewTopic>();
        while (rising.Count > 0)
        {
            var first = rising[0];
            var like = rising.Where(w => Jaccard(w.Word.Recent, first.Word.Recent) >= SameSubjects).ToList();
            topics.Add(new NewTopic(
                [.. like.Take(MostWords).Select(w => w.Word.Text)], first.Word.Persons, first.Word.Recent.Count, usual * (first.Word.Recent.Count + first.Word.Before),
                first.Word.OnDays, Math.Round(first.Weight, 1), first.Q));
            rising.RemoveAll(like.Contains);
        }

        return topics;
    }

    // Of each stem the subjects it stands in.
    static Dictionary<string, List<int>> Places(Subject[] subjects)
    {
        var of = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < subjects.Length; i++)
            foreach (var word in subjects[i].Words.Keys)
            {
                if (!of.TryGetValue(word, out var places)) of.Add(word, places = []);
                places.Add(i);
            }

        return of;
    }

    // Only words of enough persons on enough days are asked about, and only they are ever shown.
    static List<Word> Words(Subject[] subjects, Dictionary<string, List<int>> places) =>
        [.. places.Select(w =>
        {
            var recent = w.Value.Where(i => subjects[i].IsRecent).ToHashSet();
            var texts = recent.SelectMany(i => subjects[i].Texts).ToArray();
            var shortest = w.Value.Select(i => subjects[i].Words[w.Key]).OrderBy(s => s.Length).ThenBy(s => s, StringComparer.Ordinal).First();
            return new Word(shortest, recent, w.Value.Count - recent.Count, texts.DistinctBy(t => t.Person).Count(), texts.DistinctBy(t => t.Day).Count());
        }).Where(w => w.Persons >= FewestPersons && w.OnDays >= FewestDays && w.Recent.Count >= FewestSubjects)];

    static double AtLeast(int recent, int all, double share) => share >= 1 ? 1 : 1 - Binomial.CDF(share, all, recent - 1);

    static double Jaccard(HashSet<int> one, HashSet<int> other)
    {
        var both = one.Count(other.Contains);
        return (double)both / (one.Count + other.Count - both);
    }
}
