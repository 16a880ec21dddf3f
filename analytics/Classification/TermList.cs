namespace AcikKapi.Analytics.Classification;

/// <summary>The terms a model knows, and how rare each is.</summary>
public sealed class TermList
{
    readonly Dictionary<ulong, int> places;
    readonly float[] rarity;

    public TermList(ulong[] terms, float[] rarity)
    {
        (Terms, this.rarity) = (terms, rarity);
        places = new Dictionary<ulong, int>(terms.Length);
        for (var i = 0; i < terms.Length; i++) places.Add(terms[i], i);
    }

    public ulong[] Terms { get; }

    public ReadOnlySpan<float> Rarity => rarity;

    /// <summary>
    /// The terms seen from at least <paramref name="fewestPersons"/> persons; of these the most frequent
    /// <paramref name="most"/>, so that a model of many types stays small.
    /// </summary>
    public static TermList Learn(IReadOnlyList<LabelledText> texts, int fewestPersons, int most)
    {
        var features = new TurkishFeatures();
        var documents = new Dictionary<ulong, int>();
        var persons = new Dictionary<ulong, (int Count, int Last)>();
        // Person by person: then remembering only the last one counts each person once.
        foreach (var (person, of) in texts.GroupBy(t => t.Person, StringComparer.Ordinal).Select((g, i) => (i, g)))
            foreach (var text in of)
                foreach (var term in features.Count(text.Text).Keys)
                {
                    documents[term] = documents.GetValueOrDefault(term) + 1;
                    var (count, last) = persons.GetValueOrDefault(term, (0, -1));
                    if (last != person) persons[term] = (count + 1, person);
                }

        var kept = documents.Where(d => persons[d.Key].Count >= fewestPersons)
            .OrderByDescending(d => d.Value).ThenBy(d => d.Key).Take(most).OrderBy(d => d.Key).ToArray();
        return new TermList(
            [.. kept.Select(d => d.Key)],
            [.. kept.Select(d => (float)(Math.Log((1.0 + texts.Count) / (1 + d.Value)) + 1))]);
    }

    internal SparseText Weigh(TurkishFeatures features, string text)
    {
        var found = new List<(int Term, float Weight)>();
        foreach (var (term, count) in features.Count(text))
            if (places.TryGetValue(term, out var place))
                found.Add((place, (1 + MathF.Log(count)) * rarity[place]));
        found.Sort((a, b) => a.Term.CompareTo(b.Term));
        var length = MathF.Sqrt(found.Sum(f => f.Weight * f.Weight));
        return new SparseText([.. found.Select(f => f.Term)], [.. found.Select(f => f.Weight / length)]);
    }
}
