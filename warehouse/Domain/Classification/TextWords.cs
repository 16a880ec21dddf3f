namespace AcikKapi.Domain.Classification;

/// <summary>The different words of a text, without what names a person, numbers and words of one or two letters.</summary>
public static class TextWords
{
    const int ShortestWord = 3;

    /// <summary>Stem → the first word of the text that has it.</summary>
    public static IReadOnlyDictionary<string, string> ByStem(string text)
    {
        var stems = new TurkishStems();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in TextTokens.Of(text).Where(w => w.Length >= ShortestWord && w[0] != '#')) words.TryAdd(stems.Of(word), word);
        return words;
    }
}
