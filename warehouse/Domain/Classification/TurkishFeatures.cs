using System.Runtime.InteropServices;
using AcikKapi.Domain.Text;

namespace AcikKapi.Domain.Classification;

/// <summary>
/// What a classifier sees of a text: words and pairs of words, as written and as stems, and pieces of 2–5 characters
/// without diacritics, because many write without them. Upper case, NFD and apostrophes make no difference.
/// Terms are known by 64-bit hashes only: a model file holds no word. Not for several threads at once.
/// </summary>
public sealed class TurkishFeatures
{
    const int ShortestPiece = 2;
    const int LongestPiece = 5;
    readonly TurkishStems stems = new();
    readonly Dictionary<ulong, int> counts = [];

    /// <summary>Term → how often; valid until the next call.</summary>
    public IReadOnlyDictionary<ulong, int> Count(string text) => Count(TextTokens.Of(text));

    /// <summary>The terms of one folded word by itself; valid until the next call.</summary>
    public IReadOnlyDictionary<ulong, int> CountWord(string word) => Count([word]);

    Dictionary<ulong, int> Count(List<string> words)
    {
        counts.Clear();
        AddWords('w', words);
        AddWords('s', words.ConvertAll(stems.Of));
        foreach (var word in words) AddPieces(TurkishText.FoldToAscii(word));
        return counts;
    }

    void AddWords(char channel, List<string> words)
    {
        var before = 0UL;
        foreach (var word in words)
        {
            var hash = Hash(word, Mix(Start, channel));
            Add(hash);
            if (before != 0) Add(Hash(word, Mix(before, ' ')));
            before = hash;
        }
    }

    void AddPieces(string word)
    {
        var padded = $" {word} ";
        for (var from = 0; from < padded.Length; from++)
        {
            var hash = Mix(Start, 'c');
            for (var length = 1; length <= LongestPiece && from + length <= padded.Length; length++)
            {
                hash = Mix(hash, padded[from + length - 1]);
                if (length >= ShortestPiece) Add(hash);
            }
        }
    }

    void Add(ulong term) => CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;

    // FNV-1a over 16-bit units: the same in every process and on every machine, unlike string.GetHashCode.
    const ulong Start = 14695981039346656037;

    static ulong Mix(ulong hash, char c) => (hash ^ c) * 1099511628211;

    static ulong Hash(string text, ulong hash)
    {
        foreach (var c in text) hash = Mix(hash, c);
        return hash;
    }
}
