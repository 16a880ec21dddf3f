using System.Text;

namespace AcikKapi.Domain.Text;

/// <summary>Given names out of a text, compared without case and marks: AYŞE, ayse, Ayşe'nin and Ayşeye are all Ayşe.</summary>
static class NameScrubber
{
    const string Token = "[AD]";

    static readonly char[] Joints = [' ', '\t', '\n', '\u00A0', '-', '.', '\'', '’'];

    public static string Scrub(string text, IEnumerable<string> names)
    {
        string? folded = null;
        foreach (var name in Wanted(names))
        {
            folded ??= Letters.Fold(text);
            (text, folded) = Scrub(text, folded, name);
        }
        return text;
    }

    static (string Text, string Folded) Scrub(string text, string folded, string name)
    {
        var at = Find(folded, name, 0, out var length);
        if (at < 0)
            return (text, folded);
        var scrubbed = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = Find(folded, name, from, out length))
        {
            scrubbed.Append(text, from, at - from).Append(Token);
            from = at + length;
        }
        text = scrubbed.Append(text, from, text.Length - from).ToString();
        return (text, Letters.Fold(text));
    }

    /// <summary>Where the name next stands as a word; the length takes in a suffix written without apostrophe.</summary>
    static int Find(string folded, string name, int from, out int length)
    {
        for (var at = folded.IndexOf(name, from, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && char.IsLetter(folded[at - 1]))
                continue;
            var end = at + name.Length;
            while (end < folded.Length && char.IsLetter(folded[end]))
                end++;
            length = end - at;
            if (Suffixes.MayFollow(name, folded.AsSpan(at + name.Length, length - name.Length)) && !IsInToken(folded, at, end))
                return at;
        }
        length = 0;
        return -1;
    }

    /// <summary>Someone called Ad or Posta must not take "[AD]" and "[E-POSTA]" apart.</summary>
    static bool IsInToken(string folded, int at, int end) =>
        end < folded.Length && folded[end] == ']' && at > 0 && (folded[at - 1] == '[' || folded.AsSpan(0, at).EndsWith("[e-", StringComparison.Ordinal))
        && folded.AsSpan(at, end - at) is "ad" or "tckn" or "telefon" or "iban" or "plaka" or "posta";

    /// <summary>
    /// "Ayşe Nur" "Demirci" is looked for as aysenurdemirci (as in account names), ayse, nur and demirci;
    /// one letter alone is an initial and would eat half the text.
    /// </summary>
    static IEnumerable<string> Wanted(IEnumerable<string?> names)
    {
        var parts = names.SelectMany(name => Letters.Fold(TurkishText.Compose(name ?? "")).Split(Joints, StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Length > 1).ToList();
        return parts.Count > 1 ? parts.Prepend(string.Concat(parts)) : parts;
    }
}
