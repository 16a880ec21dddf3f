using AcikKapi.Domain.Text;

namespace AcikKapi.Domain.Classification;

/// <summary>The words of a text, folded, without what names a person: nothing else is ever learned from or looked at.</summary>
static class TextTokens
{
    // An application has at most 10,000 characters: of a longer text its beginning says what it is about.
    const int LongestText = 20_000;
    const int LongestWord = 40;

    /// <summary>
    /// Letters and digits stay together; what follows an apostrophe is a suffix (Iğdır'da) and is left out; a number
    /// counts by its length only, so that house numbers and amounts do not fill the vocabulary.
    /// </summary>
    public static List<string> Of(string text)
    {
        var folded = TurkishText.Fold(Scrubber.Scrub(text.Length > LongestText ? text[..LongestText] : text));
        var words = new List<string>();
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i])) { i++; continue; }
            var end = End(folded, i);
            words.Add(Plain(folded[i..Math.Min(end, i + LongestWord)]));
            i = end < folded.Length && folded[end] is '\'' or '’' or '‘' ? End(folded, end + 1) : end;
        }

        NamedPersons.Leave(words);
        return words;
    }

    static int End(string text, int from)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from])) from++;
        return from;
    }

    static string Plain(string word) => !word.AsSpan().ContainsAnyExceptInRange('0', '9') ? $"#{Math.Min(word.Length, 5)}" : word;
}
