using AcikKapi.Domain.Text;

namespace AcikKapi.Analytics.Emerging;

/// <summary>
/// Texts that are one and the same but for a few letters: prints of 128 numbers over pieces of five characters (MinHash, Broder 1997),
/// 16 bands of 8 to find candidates, then the Jaccard index of the pieces themselves, at least 0.8: what is found is always so.
/// </summary>
public static class NearDuplicates
{
    public const double FewestAlike = 0.8;
    const int Bands = 16, Rows = 8, Piece = 5;

    /// <summary>A group's number for each text, the place of its first: alone in it where nothing is like it. Likeness is passed on.</summary>
    public static int[] Group(IReadOnlyList<string> texts, CancellationToken cancel = default)
    {
        var pieces = new ulong[texts.Count][];
        Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = cancel }, i => pieces[i] = Pieces(texts[i]));
        var groups = Enumerable.Range(0, texts.Count).ToArray();
        var seen = new Dictionary<(int Band, ulong Key), List<int>>();
        for (var i = 0; i < texts.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (pieces[i].Length == 0) continue;
            foreach (var key in Keys(pieces[i]))
            {
                if (!seen.TryGetValue(key, out var before)) seen.Add(key, before = []);
                // Of texts that are one group already, one stands for all: a petition of thousands is compared with few.
                foreach (var other in before)
                    if (Root(groups, other) != Root(groups, i) && Jaccard(pieces[other], pieces[i]) >= FewestAlike) groups[Root(groups, i)] = Root(groups, other);
                if (before.TrueForAll(other => Root(groups, other) != Root(groups, i))) before.Add(i);
            }
        }

        return [.. groups.Select((_, i) => Root(groups, i))];
    }

    /// <summary>Of two texts' pieces, 0 to 1.</summary>
    public static double Likeness(string one, string other) => Jaccard(Pieces(one), Pieces(other));

    static int Root(int[] groups, int i)
    {
        while (groups[i] != i) i = groups[i] = groups[groups[i]];
        return i;
    }

    /// <summary>Hashes, ascending: without case, marks and what stands between words.</summary>
    static ulong[] Pieces(string text)
    {
        var plain = string.Join(' ', TurkishText.FoldToAscii(text).Split(Between, StringSplitOptions.RemoveEmptyEntries));
        var pieces = new HashSet<ulong>();
        for (var i = 0; i + Piece <= plain.Length; i++)
        {
            var hash = 14695981039346656037UL; // FNV-1a
            for (var j = i; j < i + Piece; j++) hash = (hash ^ plain[j]) * 1099511628211;
            pieces.Add(hash);
        }

        return [.. pieces.Order()];
    }

    static readonly char[] Between = [.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsLetterOrDigit(c))];

    static IEnumerable<(int, ulong)> Keys(ulong[] pieces)
    {
        var number = 0UL;
        for (var band = 0; band < Bands; band++)
        {
            var key = 0UL;
            for (var row = 0; row < Rows; row++, number++)
            {
                var salt = Mix(number + 1);
                var least = ulong.MaxValue;
                foreach (var piece in pieces) least = Math.Min(least, Mix(piece ^ salt));
                key = Mix(key ^ least);
            }

            yield return (band, key);
        }
    }

    static double Jaccard(ulong[] one, ulong[] other)
    {
        var (both, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) (both, i, j) = (both + 1, i + 1, j + 1);
            else if (one[i] < other[j]) i++;
            else j++;
        }

        return one.Length + other.Length == both ? 0 : (double)both / (one.Length + other.Length - both);
    }

    // splitmix64's finisher.
    static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
