using System.Runtime.InteropServices;

namespace AcikKapi.Domain.Classification;

/// <summary>
/// What a classifier sees of a text: words and pairs of words, as written and as stems, and pieces of 2–5 characters
/// without diacritics, because many write without them. Upper case, NFD and apostrophes make no difference.
/// Terms are known by 64-bit hashes only: a model file holds no word. Not for several threads at once.
/// </summary>
/// <param name="memory">What is known of words already; one may serve many threads.</param>
public sealed class TurkishFeatures(WordMemory memory)
{
    readonly Dictionary<ulong, int> counts = [];
    readonly TurkishStems stems = new();

    public TurkishFeatures() : this(new WordMemory())
    {
    }

    /// <summary>Term → how often; valid until the next call.</summary>
    public Dictionary<ulong, int> Count(string text) => Count(TextTokens.Of(text));

    /// <summary>The terms of one folded word by itself; valid until the next call.</summary>
    public Dictionary<ulong, int> CountWord(string word) => Count([word]);

    Dictionary<ulong, int> Count(List<string> words)
    {
        counts.Clear();
        var (word, stem) = (0UL, 0UL);
        foreach (var written in words)
        {
            var known = memory.Of(written, stems);
            word = Add('w', written, word);
            stem = Add('s', known.Stem, stem);
            foreach (var piece in known.Pieces) Add(piece);
        }

        return counts;
    }

    // A word and, after another one, the pair of both. Returns the word's term.
    ulong Add(char channel, string word, ulong before)
    {
        var term = TermHash.Of(word, TermHash.Start(channel));
        Add(term);
        if (before != 0) Add(TermHash.Of(word, TermHash.Mix(before, ' ')));
        return term;
    }

    void Add(ulong term) => CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
}
