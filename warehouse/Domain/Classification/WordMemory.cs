using System.Collections.Concurrent;
using AcikKapi.Domain.Text;

namespace AcikKapi.Domain.Classification;

/// <summary>Stem and pieces of each word, reckoned once, because the same words come again and again. Safe from any thread.</summary>
public sealed class WordMemory
{
    const int MostRemembered = 100_000; // some 40 MB
    const int ShortestPiece = 2;
    const int LongestPiece = 5;
    readonly ConcurrentDictionary<string, Word> words = new(StringComparer.Ordinal);
    int count;

    /// <param name="Pieces">Terms of 2–5 characters of the word between spaces and without marks.</param>
    internal sealed record Word(string Stem, ulong[] Pieces);

    internal Word Of(string word, TurkishStems stems)
    {
        if (words.TryGetValue(word, out var known)) return known;
        known = new Word(stems.Of(word), [.. Pieces($" {TurkishText.FoldToAscii(word)} ")]);
        if (count < MostRemembered && words.TryAdd(word, known)) Interlocked.Increment(ref count);
        return known;
    }

    static IEnumerable<ulong> Pieces(string padded)
    {
        for (var from = 0; from < padded.Length; from++)
        {
            var hash = TermHash.Start('c');
            for (var length = 1; length <= LongestPiece && from + length <= padded.Length; length++)
            {
                hash = TermHash.Mix(hash, padded[from + length - 1]);
                if (length >= ShortestPiece) yield return hash;
            }
        }
    }
}
