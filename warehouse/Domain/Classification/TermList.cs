namespace AcikKapi.Domain.Classification;

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

    public bool Find(ulong term, out int place) => places.TryGetValue(term, out place);

    /// <summary>Sublinear TF-IDF: (1 + ln count) × rarity, brought to length 1.</summary>
    public SparseText Weigh(TurkishFeatures features, string text)
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
