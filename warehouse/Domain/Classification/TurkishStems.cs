using Lucene.Net.Tartarus.Snowball.Ext;

namespace AcikKapi.Domain.Classification;

/// <summary>Snowball's Turkish stems, remembered because the same words come again and again. Not for several threads at once.</summary>
sealed class TurkishStems
{
    const int MostRemembered = 200_000;
    readonly TurkishStemmer stemmer = new();
    readonly Dictionary<string, string> remembered = new(StringComparer.Ordinal);

    public string Of(string word)
    {
        if (remembered.TryGetValue(word, out var stem)) return stem;
        stemmer.SetCurrent(word);
        stemmer.Stem();
        stem = stemmer.Current;
        if (remembered.Count < MostRemembered) remembered.Add(word, stem);
        return stem;
    }
}
