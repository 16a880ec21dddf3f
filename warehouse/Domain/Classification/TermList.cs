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

    /// <summary>Sublinear TF-IDF: (1 + ln count) × rarity, brought to length 1. Summed one by one: wider registers must not make another model.</summary>
    public SparseText Weigh(TurkishFeatures features, string text)
    {
        var counts = features.Count(text);
        var (found, seen, weights) = (0, new int[counts.Count], new float[counts.Count]);
        foreach (var (term, count) in counts)
            if (places.TryGetValue(term, out var place))
                (seen[found], weights[found++]) = (place, (1 + MathF.Log(count)) * rarity[place]);
        Array.Resize(ref seen, found);
        Array.Resize(ref weights, found);
        Array.Sort(seen, weights);
        var squares = 0f;
        foreach (var weight in weights) squares += weight * weight;
        var length = MathF.Sqrt(squares);
        for (var i = 0; i < found; i++) weights[i] /= length;
        return new SparseText(seen, weights);
    }
}
