using AcikKapi.Domain.Text;

namespace AcikKapi.Analytics.Detection;

/// <summary>Place names inside a sentence.</summary>
public static class TurkishPlaces
{
    const string Vowels = "aıoueiöü";
    const string BackVowels = "aıou";
    const string Voiceless = "fstkçşhp";

    /// <summary>Iğdır → Iğdır'da, Bilecik → Bilecik'te, Kırklareli → Kırklareli'nde.</summary>
    public static string In(string place)
    {
        var folded = TurkishText.Fold(place);
        var vowel = folded.LastOrDefault(c => Vowels.Contains(c, StringComparison.Ordinal));
        var ending = BackVowels.Contains(vowel, StringComparison.Ordinal) ? "a" : "e";
        // "eli" is "its land": a possessive takes n before the ending.
        if (folded is "kırklareli" or "kocaeli") return $"{place}'nd{ending}";
        var consonant = Voiceless.Contains(folded[^1], StringComparison.Ordinal) ? "t" : "d";
        return $"{place}'{consonant}{ending}";
    }
}
