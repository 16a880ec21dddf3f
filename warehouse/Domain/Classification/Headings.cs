using AcikKapi.Domain.Reference;

namespace AcikKapi.Domain.Classification;

/// <summary>The level above the labels: a topic's heading; a label that is no topic of ours stands for itself.</summary>
public sealed class Headings
{
    readonly int[] of;

    public Headings(IReadOnlyList<string> labels)
    {
        var codes = labels.Select(l => Vocabulary.Current.Types.Find(l)?.HeadingCode ?? l).ToList();
        Codes = [.. codes.Distinct().Order(StringComparer.Ordinal)];
        of = [.. codes.Select(code => Array.BinarySearch(Codes, code, StringComparer.Ordinal))];
    }

    public string[] Codes { get; }

    public int Labels => of.Length;

    /// <summary>Place of a label's heading in <see cref="Codes"/>.</summary>
    public int Of(int label) => of[label];

    /// <summary>Probabilities of the headings from those of the labels.</summary>
    public float[] Sum(ReadOnlySpan<float> probabilities)
    {
        var sums = new float[Codes.Length];
        for (var label = 0; label < of.Length; label++) sums[of[label]] += probabilities[label];
        return sums;
    }
}
