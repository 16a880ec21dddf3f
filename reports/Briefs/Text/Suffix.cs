namespace AcikKapi.Reports.Text;

/// <summary>Case endings of Turkish proper nouns after the apostrophe: Iğdır'da, Kars'ta, Rize'nin, Kocaeli'nde.</summary>
public static class Suffix
{
    const string Vowels = "aıoueiöü";
    const string Voiceless = "fstkçşhp";

    // Names that are possessive compounds ("…'s hand", "…'s son") take an n before the ending.
    static readonly string[] Compounds = ["Kocaeli", "Kırklareli"];

    /// <summary>In, at: Iğdır'da, Rize'de, Kars'ta, Bilecik'te.</summary>
    public static string Locative(string name)
    {
        var consonant = IsCompound(name) ? "nd" : Voiceless.Contains(Last(name), StringComparison.Ordinal) ? "t" : "d";
        return $"{name}’{consonant}{Open(name)}";
    }

    /// <summary>Of: Iğdır'ın, Rize'nin, Muş'un, Gümüşhane'nin.</summary>
    public static string Genitive(string name) =>
        $"{name}’{(EndsInVowel(name) ? "n" : "")}{Closed(name)}n";

    /// <summary>To: Iğdır'a, Rize'ye, Kocaeli'ne.</summary>
    public static string Dative(string name) =>
        $"{name}’{(IsCompound(name) ? "n" : EndsInVowel(name) ? "y" : "")}{Open(name)}";

    static bool IsCompound(string name) => Compounds.Contains(name) || name.EndsWith("oğlu", StringComparison.Ordinal);

    static bool EndsInVowel(string name) => Vowels.Contains(Last(name), StringComparison.Ordinal);

    static char Last(string name) => Fold(name)[^1];

    static string Fold(string name) => name.ToLower(Tr.Culture);

    static char LastVowel(string name) => Fold(name).LastOrDefault(letter => Vowels.Contains(letter, StringComparison.Ordinal), 'e');

    static char Open(string name) => "aıou".Contains(LastVowel(name), StringComparison.Ordinal) ? 'a' : 'e';

    static char Closed(string name) => LastVowel(name) switch
    {
        'a' or 'ı' => 'ı',
        'o' or 'u' => 'u',
        'ö' or 'ü' => 'ü',
        _ => 'i',
    };
}
