using AcikKapi.Domain.Text;

namespace AcikKapi.Analytics.Classification;

/// <summary>The words of a folded text.</summary>
static class TextTokens
{
    /// <summary>
    /// Letters and digits stay together; what follows an apostrophe is a suffix (Iğdır'da) and is left out; a number
    /// counts by its length only, so that house numbers and amounts do not fill the vocabulary.
    /// </summary>
    public static List<string> Of(string text)
    {
        var folded = TurkishText.Fold(text);
        var words = new List<string>();
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i])) { i++; continue; }
            var end = End(folded, i);
            words.Add(Plain(folded[i..end]));
            i = end < folded.Length && folded[end] is '\'' or '’' or '‘' ? End(folded, end + 1) : end;
        }

        return words;
    }

    static int End(string text, int from)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from])) from++;
        return from;
    }

    static string Plain(string word) => word.All(char.IsDigit) ? $"#{Math.Min(word.Length, 5)}" : word;
}
