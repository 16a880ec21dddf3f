using System.Text;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Domain.Text;

/// <summary>
/// Persons named in full out of a text: one or more first names of the list and a surname (Ahmet Yılmaz, fatma nur demircioğlu'nun).
/// Best effort: surnames that are not listed stay, and so does a first name alone, which tells nobody from a thousand others.
/// </summary>
static class FullNames
{
    const string Token = "[AD]";

    // What follows a street, a school or a mosque that was called after somebody.
    static readonly string[] Places =
    [
        "mah", "cad", "cd", "sok", "sk", "bul", "blv", "park", "okul", "ilkokul", "ortaokul", "lise", "anadolu", "imam", "cami", "hastane", "universite",
        "kopru", "meydan", "apart", "apt", "site", "kultur", "stad", "yurd", "vakf", "vakif", "hava", "saglik", "belediye", "baraj", "gecid", "tunel", "pasa",
    ];

    public static string Scrub(string text)
    {
        var folded = Letters.Fold(text);
        var words = Words(text);
        StringBuilder? scrubbed = null;
        var from = 0;
        for (var i = 0; i < words.Count - 1; i++)
        {
            if (Last(text, folded, words, i) is not { } last) continue;
            (scrubbed ??= new StringBuilder(text.Length)).Append(text, from, words[i].Start - from).Append(Token);
            from = words[last].End;
            i = last;
        }

        return scrubbed?.Append(text, from, text.Length - from).ToString() ?? text;
    }

    /// <summary>The word with which the name ends that begins at word i; null where none begins.</summary>
    static int? Last(string text, string folded, List<(int Start, int End)> words, int i)
    {
        if (!ListedNames.IsFirst(Word(words[i]), out var everyday) || everyday && !(IsCapitalised(words[i]) && IsCapitalised(words[i + 1]))) return null;
        int? last = null;
        for (var next = i + 1; next < words.Count && Follows(next); next++)
            if (ListedNames.IsLast(Word(words[next]))) last = next;
            else if (!ListedNames.IsFirst(Word(words[next]), out _)) break;
        return last is { } end && (end + 1 == words.Count || !Follows(end + 1) || !IsPlace(Word(words[end + 1]))) ? last : null;

        ReadOnlySpan<char> Word((int Start, int End) word) => folded.AsSpan(word.Start, word.End - word.Start);
        bool Follows(int next) => text.AsSpan(words[next - 1].End, words[next].Start - words[next - 1].End) is " " or "  ";
        bool IsCapitalised((int Start, int End) word) => char.IsUpper(text[word.Start]) && char.IsLower(text[word.Start + 1]);
    }

    static bool IsPlace(ReadOnlySpan<char> word)
    {
        foreach (var place in Places)
            if (word.StartsWith(place, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Words of two letters and more, without what stands in brackets: [AD] is no word.</summary>
    static List<(int Start, int End)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start])) continue;
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (end - start > 1 && (start == 0 || text[start - 1] is not ('[' or '_'))) words.Add((start, end));
            start = end;
        }

        return words;
    }
}
