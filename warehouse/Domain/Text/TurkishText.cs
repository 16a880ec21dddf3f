using System.Globalization;
using System.Text;

namespace AcikKapi.Domain.Text;

/// <summary>The one place where text is folded: i/İ and ı/I are two letters here, and nowhere else may case be changed.</summary>
public static class TurkishText
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("tr-TR");

    /// <summary>NFC and Turkish lower case, so that texts that look alike are equal. Folding twice changes nothing.</summary>
    public static string Fold(string text)
    {
        var lower = PlainDots(WellFormed(text).Normalize(NormalizationForm.FormC).ToLower(Culture));
        return lower.Normalize(NormalizationForm.FormC); // some letters (ǰ) are composed in lower case only
    }

    /// <summary>Folded and without any mark: for file names, and to meet what people type without Turkish letters. What has no ASCII form is left out.</summary>
    public static string FoldToAscii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var c in Fold(text).Normalize(NormalizationForm.FormD))
            if (char.IsAscii(c)) ascii.Append(c);
            else if (c == 'ı') ascii.Append('i');
            else if (c is '’' or '‘') ascii.Append('\'');
            else if (c is '–' or '—') ascii.Append('-');
        return ascii.ToString();
    }

    /// <summary>NFC, well-formed, with ASCII digits and one i only; case is kept.</summary>
    internal static string Compose(string text)
    {
        text = PlainDots(WellFormed(text).Normalize(NormalizationForm.FormC));
        return text.Any(c => c > '\u00FF' && char.IsDigit(c)) ? string.Concat(text.Select(AsciiDigit)) : text;
    }

    static char AsciiDigit(char c) => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;

    /// <summary>Elsewhere İ is lowered to i and a combining dot; Turkish writes plain i.</summary>
    static string PlainDots(string text)
    {
        while (text.Contains("i\u0307", StringComparison.Ordinal))
            text = text.Replace("i\u0307", "i", StringComparison.Ordinal);
        return text;
    }

    /// <summary>Half a surrogate pair, which no normalisation accepts, becomes U+FFFD.</summary>
    static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
