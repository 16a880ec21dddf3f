using System.Text;

namespace AcikKapi.Simulator.Texts;

/// <summary>
/// Turkish suffixation. A suffix is written with archiphonemes: A = a/e, I = ı/i/u/ü, D = d/t, C = c/ç;
/// a bracketed consonant stands only after a vowel ("(y)I"), a bracketed vowel only after a consonant ("(I)m").
/// </summary>
public static class Morphology
{
    /// <summary>The word with the suffix; what is softened or dropped in the stem is (kitap + (y)I → kitabı, şehir + (y)I → şehri).</summary>
    public static string Add(string word, string suffix) =>
        // su is the one noun that takes y: suyu, suyun, but suda and suyla.
        suffix[0] == '(' && suffix != "(y)lA" && (word == "su" || word.EndsWith(" su", StringComparison.Ordinal))
            ? Join(word + 'y', suffix, Stems.BeforeVowel)
            : Join(word, suffix, Stems.BeforeVowel);

    /// <summary>A verb stem with the suffix: gecik → gecikiyor, git → gidiyor.</summary>
    public static string AddToVerb(string stem, string suffix) => Join(stem, suffix, Stems.VerbBeforeVowel);

    /// <summary>A proper name keeps its spelling and takes an apostrophe (Zonguldak'a, Iğdır'da).</summary>
    public static string AddToName(string name, string suffix) => Join(name, suffix, soften: null);

    internal static bool IsVowel(char c) => "aeıioöuüâîûAEIİOÖUÜÂÎÛ".Contains(c, StringComparison.Ordinal);

    private static string Join(string word, string suffix, Func<string, string>? soften)
    {
        var heard = char.IsAsciiDigit(word[^1]) ? Stems.LastWordRead(word) : word;
        var afterVowel = IsVowel(heard[^1]);
        var rest = suffix.AsSpan();
        if (rest[0] == '(')
        {
            var optional = suffix[1];
            rest = rest[3..];
            var kept = IsVowel(optional) ? !afterVowel : afterVowel;
            if (kept) rest = string.Concat([optional], rest);
        }
        var stem = soften is not null && (IsVowel(rest[0]) || rest[0] is 'A' or 'I') ? soften(word) : word;
        var text = new StringBuilder(stem, stem.Length + suffix.Length + 1);
        var (back, round) = Harmony(heard);
        if (soften is null) text.Append('\'');
        var last = ReferenceEquals(heard, word) ? stem[^1] : heard[^1];
        foreach (var sound in rest)
        {
            last = sound switch
            {
                'A' => back ? 'a' : 'e',
                'I' => back ? (round ? 'u' : 'ı') : (round ? 'ü' : 'i'),
                'D' => IsVoiceless(last) ? 't' : 'd',
                'C' => IsVoiceless(last) ? 'ç' : 'c',
                _ => sound,
            };
            if (IsVowel(last)) (back, round) = (IsBack(last), IsRound(last));
            text.Append(last);
        }
        return text.ToString();
    }

    /// <summary>Back and round of the last vowel; words such as saat or kontrol take front suffixes all the same.</summary>
    private static (bool Back, bool Round) Harmony(string word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
            if (IsVowel(word[i])) return (IsBack(word[i]) && !Stems.TakesFront(word), IsRound(word[i]));
        return (false, false);
    }

    private static bool IsBack(char vowel) => "aıouâûAIOUÂÛ".Contains(vowel, StringComparison.Ordinal);

    private static bool IsRound(char vowel) => "oöuüûOÖUÜÛ".Contains(vowel, StringComparison.Ordinal);

    private static bool IsVoiceless(char c) => "fstkçşhpFSTKÇŞHP".Contains(c, StringComparison.Ordinal);
}
