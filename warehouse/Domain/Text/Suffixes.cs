using System.Collections.Frozen;

namespace AcikKapi.Domain.Text;

/// <summary>Endings that people write on a name without the apostrophe (Ayşenin, Mehmete), folded to ASCII.</summary>
static class Suffixes
{
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = new[]
    {
        "a", "e", "i", "u", "ya", "ye", "yi", "yu", "in", "un", "nin", "nun", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "la", "le", "yla", "yle",
        "ca", "ce", "m", "im", "um", "lar", "ler", "lari", "leri", "lara", "lere", "larin", "lerin", "lardan", "lerden", "daki", "deki", "taki", "teki",
        "ki", "ninki", "inki", "cim", "cum", "cigim", "dir", "dur", "tir", "tur", "ydi", "ydu", "yim", "yum", "yiz", "gil", "giller", "gile", "gilin",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsEnding(ReadOnlySpan<char> rest) => Endings.Contains(rest);

    /// <summary>
    /// Two letters (Su, Ay) are a name only when nothing or an apostrophe follows: "suyu" and "aya" are everyday words.
    /// Six or more are hardly the start of another word, and any ending is taken: rather a word too many than a name left.
    /// </summary>
    public static bool MayFollow(string name, ReadOnlySpan<char> rest) =>
        rest.IsEmpty || name.Length > 2 && IsEnding(rest) || name.Length >= 6 && rest.Length <= 8;
}
