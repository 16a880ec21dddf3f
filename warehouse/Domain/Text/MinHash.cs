using System.Numerics;
using System.Text;

namespace AcikKapi.Domain.Text;

/// <summary>
/// Prints of texts whose likeness is the share of equal numbers in them: an estimate of the Jaccard index of their pairs of
/// neighbouring words (Broder, 1997), without case, marks and punctuation. Bands of four find those alike without comparing all.
/// </summary>
public static class MinHash
{
    /// <summary>Numbers in a print: the estimate's standard error is at most 1 / (2 √64) = 0.06.</summary>
    public const int Size = 64;

    const int RowsInBand = 4;
    const int FewestWords = 3;

    /// <summary>Null where the text is too short to be like another.</summary>
    public static int[]? Of(string text)
    {
        var pairs = Pairs(text);
        if (pairs.Count < FewestWords - 1) return null;
        var print = new int[Size];
        for (var i = 0; i < Size; i++)
        {
            var least = ulong.MaxValue;
            foreach (var pair in pairs) least = Math.Min(least, Mix(pair ^ (ulong)(i + 1) * 0x9E3779B97F4A7C15));
            print[i] = (int)(least >> 32);
        }
        return print;
    }

    /// <summary>0 to 1.</summary>
    public static double Likeness(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var equal = 0;
        for (var i = 0; i < Size; i++) if (one[i] == other[i]) equal++;
        return (double)equal / Size;
    }

    /// <summary>Sixteen keys: two texts with likeness s share one of them with probability 1 − (1 − s⁴)¹⁶, 0.64 at 0.5 and 0.99 at 0.7.</summary>
    public static long[] Bands(ReadOnlySpan<int> print)
    {
        var bands = new long[Size / RowsInBand];
        for (var band = 0; band < bands.Length; band++)
        {
            var key = (ulong)band;
            for (var row = 0; row < RowsInBand; row++) key = Mix(key ^ (uint)print[band * RowsInBand + row]);
            bands[band] = (long)key;
        }
        return bands;
    }

    /// <summary>Hashes of each two neighbouring words.</summary>
    public static HashSet<ulong> Pairs(string text)
    {
        var words = Words(text);
        var pairs = new HashSet<ulong>();
        for (var i = 1; i < words.Count; i++) pairs.Add(Mix(words[i - 1] ^ BitOperations.RotateLeft(words[i], 17)));
        return pairs;
    }

    static List<ulong> Words(string text)
    {
        const ulong Fnv = 0xCBF29CE484222325;
        var (words, word) = (new List<ulong>(), Fnv);
        foreach (var rune in TurkishText.FoldToAscii(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word = (word ^ (uint)rune.Value) * 0x100000001B3;
            else if (word != Fnv) { words.Add(word); word = Fnv; }
        }
        if (word != Fnv) words.Add(word);
        return words;
    }

    /// <summary>splitmix64's finisher: each bit of the result depends on each of the input.</summary>
    static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
