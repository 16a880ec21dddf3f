using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AcikKapi.Domain.Text;

/// <summary>Tells "34 ABC 123" from "10 km 250": letters and digits in the numbers a plate has, and no unit or short word between.</summary>
static class PlateShape
{
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotPlates = new[]
    {
        "adt", "ay", "bin", "bir", "bu", "cad", "cc", "cl", "cm", "da", "dan", "de", "den", "dir", "dk", "dl", "en", "eur", "ev", "gb", "gr", "ha", "her",
        "iki", "il", "ila", "ile", "ilk", "ise", "kat", "kdv", "kez", "kg", "ki", "km", "kva", "kw", "kwh", "lik", "lt", "mah", "mb", "mm", "mt", "nin",
        "no", "nun", "ocak", "on", "pk", "saat", "sk", "sn", "sok", "son", "ta", "tam", "tan", "tb", "te", "tek", "ten", "tl", "tm", "ton", "tur", "usd",
        "ve", "ya", "yas", "yil", "yer",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By its shape, or because "plaka" stands near it: "02 m 0102 plakalı".</summary>
    public static bool IsPlate(string text, Match match) =>
        HasShape(match.Groups["letters"].ValueSpan, match.Groups["number"].Length) || IsCalledPlate(text, match.Index, match.Index + match.Length);

    /// <summary>One letter has 4–5 digits, two 3–4, three 2–3; a single small letter is a unit (m, g) or a suffix.</summary>
    static bool HasShape(ReadOnlySpan<char> letters, int digits) => letters.Length switch
    {
        1 => digits is 4 or 5 && char.IsAsciiLetterUpper(letters[0]),
        2 => digits is 3 or 4 && !NotPlates.Contains(letters),
        _ => digits is 2 or 3 && !NotPlates.Contains(letters),
    };

    static bool IsCalledPlate(string text, int start, int end)
    {
        var first = Math.Max(0, start - 25);
        var word = text.IndexOf("plaka", first, Math.Min(text.Length, end + 15) - first, StringComparison.OrdinalIgnoreCase);
        return word == 0 || word > 0 && text[word - 1] != '['; // "[PLAKA]" is what stands where another plate was
    }
}
