using Lucene.Net.Tartarus.Snowball.Ext;

namespace AcikKapi.Domain.Classification;

/// <summary>Snowball's Turkish stems. Not for several threads at once.</summary>
sealed class TurkishStems
{
    readonly TurkishStemmer stemmer = new();

    public string Of(string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
