using System.Text;

namespace AcikKapi.Intake.Notifications;

/// <summary>How the characters of an SMS travel. Lengths of one message and of each part of a longer one, in code units.</summary>
/// <remarks>
/// 3GPP TS 23.038: 140 octets are 160 septets or 70 UTF-16 units. A header that says "Turkish single shift" takes 4 octets
/// (5 septets), one that also numbers the parts 9 (11 septets), one that only numbers them 6 (7 septets, 3 units).
/// </remarks>
public sealed record SmsEncoding(string Code, int Single, int Part)
{
    public static SmsEncoding Gsm7 { get; } = new("gsm7", 160, 153);
    public static SmsEncoding TurkishShift { get; } = new("gsm7_turkish_single_shift", 155, 149);
    public static SmsEncoding Ucs2 { get; } = new("ucs2", 70, 67);

    const string Default =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    const string Extension = "\f^{}\\[~]|€"; // after an escape: two septets
    const string TurkishExtension = Extension + "ĞİŞçğış";

    /// <summary>Code units of one character (a whole code point); null where this encoding does not have it.</summary>
    int? Units(Rune character)
    {
        if (this == Ucs2) return character.Utf16SequenceLength;
        if (!character.IsBmp) return null;
        var c = (char)character.Value;
        if (Default.Contains(c, StringComparison.Ordinal)) return 1;
        return (this == TurkishShift ? TurkishExtension : Extension).Contains(c, StringComparison.Ordinal) ? 2 : null;
    }

    /// <summary>Null where the text has a character that this encoding does not.</summary>
    public SegmentCount? Count(string text)
    {
        var units = text.EnumerateRunes().Select(Units).ToList();
        if (units.Contains(null)) return null;
        var total = units.Sum(u => u!.Value);
        if (total <= Single) return new SegmentCount(Code, total, 1);
        var (parts, room) = (1, Part);
        foreach (var need in units.Select(u => u!.Value)) // an escape and its letter, or a surrogate pair, stay together
        {
            if (need > room) (parts, room) = (parts + 1, Part);
            room -= need;
        }
        return new SegmentCount(Code, total, parts);
    }
}

/// <param name="Units">Septets, or UTF-16 units.</param>
public sealed record SegmentCount(string Encoding, int Units, int Segments);

/// <summary>What a text costs to send.</summary>
public static class Segments
{
    /// <summary>As Kannel sends it: it knows no national shift tables, so any letter outside GSM's default alphabet makes it UCS-2.</summary>
    public static SegmentCount AsSent(string text) => SmsEncoding.Gsm7.Count(text) ?? SmsEncoding.Ucs2.Count(text)!;

    /// <summary>As an operator that applies the Turkish single shift table would send it.</summary>
    public static SegmentCount WithTurkishShift(string text) =>
        SmsEncoding.Gsm7.Count(text) ?? SmsEncoding.TurkishShift.Count(text) ?? SmsEncoding.Ucs2.Count(text)!;
}
