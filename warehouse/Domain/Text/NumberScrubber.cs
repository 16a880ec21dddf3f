using System.Text;
using System.Text.RegularExpressions;
using AcikKapi.Domain.Identity;

namespace AcikKapi.Domain.Text;

/// <summary>E-mails, IBANs, national ids, phones and plates, in that order: digits taken by one are not offered to the next.</summary>
static partial class NumberScrubber
{
    // Up to two separators between the digits of a phone: "0 (532) 123-45 67".
    const string Between = @"[ .\-/()\u00A0]{0,2}";

    // The lookbehind lets a run of letters be tried once only, from its start: linear even on a megabyte of them.
    [GeneratedRegex(@"(?<![\w.%+\-])[\w.%+\-]+@[\w\-]+(?:\.[\w\-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email { get; }

    // 24 digits in an IBAN of Turkey; one short or two over is a slip of the pen and no less an account.
    [GeneratedRegex(@"(?<![\w])[Tt][Rr](?:[ \-\u00A0]?[0-9]){22,26}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Iban { get; }

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ElevenDigits { get; }

    // With +90, 0090, 90 or 0 any area code; without, only a mobile one. Other countries: + and 8 to 14 digits.
    [GeneratedRegex(
        @"(?<![0-9])(?:(?:(?:\+|00)?90" + Between + @"|\(?0" + Between + @")\(?[2-58][0-9]{2}|\(?5[0-9]{2})(?:" + Between + @"[0-9]){7}(?![0-9])" +
        @"|\+[1-9](?:[ .\-()]{0,2}[0-9]){7,13}(?![0-9])|(?<![0-9])0[0-9]{10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone { get; }

    [GeneratedRegex(@"(?<![0-9])[1-9](?:[ .\-\u00A0]?[0-9]){10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedEleven { get; }

    [GeneratedRegex(
        @"(?<!\w)(?:0[1-9]|[1-7][0-9]|8[01])[ .\-\u00A0]{0,2}(?<letters>[A-PR-VYZa-pr-vyz]{1,3})[ .\-\u00A0]{0,2}(?<number>[0-9]{2,5})(?!\w)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Plate { get; }

    public static string Scrub(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
            text = Email.Replace(text, "[E-POSTA]");
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
            return text;
        text = Iban.Replace(text, "[IBAN]");
        text = ElevenDigits.Replace(text, "[TCKN]");
        text = Phone.Replace(text, "[TELEFON]");
        text = Replace(text, SpacedEleven, "[TCKN]", (_, match) => IsSpacedId(match.ValueSpan));
        return Replace(text, Plate, "[PLAKA]", PlateShape.IsPlate);
    }

    /// <summary>Replaces what is accepted; what is not may overlap with what is ("56 da 07 AU 349"), so the search goes on one character later.</summary>
    static string Replace(string text, Regex pattern, string token, Func<string, Match, bool> accept)
    {
        StringBuilder? scrubbed = null;
        var from = 0;
        for (var match = pattern.Match(text); match.Success;)
        {
            var accepted = accept(text, match);
            if (accepted)
            {
                (scrubbed ??= new StringBuilder(text.Length)).Append(text, from, match.Index - from).Append(token);
                from = match.Index + match.Length;
            }
            match = pattern.Match(text, accepted ? from : match.Index + 1);
        }
        return scrubbed?.Append(text, from, text.Length - from).ToString() ?? text;
    }

    /// <summary>Eleven digits written apart may be a sum or a date: here the check digits decide.</summary>
    static bool IsSpacedId(ReadOnlySpan<char> match)
    {
        Span<char> digits = stackalloc char[11];
        var count = 0;
        foreach (var c in match)
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
        return NationalId.IsValid(digits);
    }
}
