using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using AcikKapi.Domain.Classification;

namespace AcikKapi.Analytics.Classification;

/// <summary>Which terms a model may know.</summary>
public static class LearnTerms
{
    struct Tally
    {
        public int Texts, Persons, LastPerson;
    }

    /// <summary>
    /// The terms seen from at least <paramref name="fewestPersons"/> persons; of these the most frequent
    /// <paramref name="most"/>, so that a model of many types stays small. Rarity: ln((1 + texts) / (1 + texts with it)) + 1.
    /// </summary>
    public static TermList Run(IReadOnlyList<LabelledText> texts, int fewestPersons, int most, WordMemory? memory = null, CancellationToken cancel = default)
    {
        var kept = Count(texts, memory ?? new WordMemory(), cancel).Where(t => t.Value.Persons >= fewestPersons)
            .OrderByDescending(t => t.Value.Texts).ThenBy(t => t.Key).Take(most).OrderBy(t => t.Key).ToArray();
        return new TermList([.. kept.Select(t => t.Key)], [.. kept.Select(t => (float)(Math.Log((1.0 + texts.Count) / (1 + t.Value.Texts)) + 1))]);
    }

    static Dictionary<ulong, Tally> Count(IReadOnlyList<LabelledText> texts, WordMemory memory, CancellationToken cancel)
    {
        var persons = texts.GroupBy(t => t.Person, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var all = new Dictionary<ulong, Tally>();
        Parallel.ForEach(
            Partitioner.Create(0, persons.Length), new ParallelOptions { CancellationToken = cancel },
            () => (Features: new TurkishFeatures(memory), Tallies: new Dictionary<ulong, Tally>()),
            (range, _, own) =>
            {
                for (var person = range.Item1; person < range.Item2; person++)
                    foreach (var text in persons[person]) Add(own.Tallies, own.Features.Count(text.Text).Keys, person + 1);
                return own;
            },
            own => { lock (all) Merge(all, own.Tallies); });
        return all;
    }

    // A person's texts come one after another: remembering only the last person counts each once.
    static void Add(Dictionary<ulong, Tally> tallies, Dictionary<ulong, int>.KeyCollection terms, int person)
    {
        foreach (var term in terms)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, term, out _);
            tally.Texts++;
            if (tally.LastPerson != person) (tally.Persons, tally.LastPerson) = (tally.Persons + 1, person);
        }
    }

    // Each person is counted by one thread alone, so their numbers add up.
    static void Merge(Dictionary<ulong, Tally> all, Dictionary<ulong, Tally> some)
    {
        foreach (var (term, tally) in some)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(all, term, out _);
            (sum.Texts, sum.Persons) = (sum.Texts + tally.Texts, sum.Persons + tally.Persons);
        }
    }
}
