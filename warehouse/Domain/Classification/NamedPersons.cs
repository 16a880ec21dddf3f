using System.Collections.Frozen;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;

namespace AcikKapi.Domain.Classification;

/// <summary>
/// Names of third persons: first names of the list that are no word of every day, and what Turkish marks as a name, before Bey, Hanım,
/// adlı, isimli, and after "benim adım", "ismim". Best effort: a surname alone, or a name that is not listed, looks like any word.
/// Told without case, as many write without capitals.
/// </summary>
static class NamedPersons
{
    static readonly FrozenSet<string> After = new[] { "", "e", "i", "in", "de", "den", "le", "ler", "a", "ı", "ın", "da", "dan", "la", "lar", "efendi" }
        .SelectMany(ending => new[] { $"bey{ending}", $"hanım{ending}" }).Concat(["adlı", "isimli", "adındaki", "ismindeki"]).ToFrozenSet(StringComparer.Ordinal);

    // "Doktor Hanım" names nobody, and says what the text is about.
    static readonly FrozenSet<string> Offices = new[]
    {
        "doktor", "hemşire", "ebe", "eczacı", "öğretmen", "hoca", "müdür", "müdire", "memur", "şef", "amir", "başkan", "kaymakam", "vali", "muhtar",
        "savcı", "hakim", "avukat", "noter", "komiser", "polis", "zabıta", "güvenlik", "veteriner", "mühendis", "şoför", "kaptan", "bir", "bu", "o",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Takes them out of folded words.</summary>
    public static void Leave(List<string> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
            if (IsName(words, i)) words.RemoveAt(i);
    }

    static bool IsName(List<string> words, int i) =>
        IsListed(words[i])
        || i + 1 < words.Count && After.Contains(words[i + 1]) && !Offices.Contains(words[i]) && words[i][0] != '#'
        || i > 0 && words[i - 1] == "ismim"
        || i > 1 && words[i - 1] == "adım" && words[i - 2] == "benim";

    static bool IsListed(string word) => ListedNames.IsFirst(Letters.Fold(word), out var everyday) && !everyday;
}
