using System.Globalization;
using System.Text;

namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>How names and strings are written (ISO 32000-1, 7.3.4 and 7.3.5).</summary>
static class PdfStrings
{
    /// <param name="at">At its opening parenthesis; afterwards behind the closing one.</param>
    public static byte[] Literal(ReadOnlySpan<byte> bytes, ref int at)
    {
        using var text = new MemoryStream();
        var open = 1;
        for (at++; at < bytes.Length; at++)
        {
            var b = bytes[at];
            if (b == '(') open++;
            if (b == ')' && --open == 0)
            {
                at++;
                return text.ToArray();
            }
            if (b == '\\') Escape(bytes, ref at, text);
            else text.WriteByte(b);
        }
        throw RefusedFileException.Damaged;
    }

    /// <param name="at">At its opening bracket; afterwards behind the closing one.</param>
    public static byte[] Hexadecimal(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = bytes[at..].IndexOf((byte)'>');
        if (length < 0) throw RefusedFileException.Damaged;
        var digits = new StringBuilder();
        foreach (var b in bytes.Slice(at + 1, length - 1))
            if (char.IsAsciiHexDigit((char)b)) digits.Append((char)b);
            else if (!char.IsWhiteSpace((char)b) && b != 0) throw RefusedFileException.Damaged;
        at += length + 1;
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits.ToString() : digits.Append('0').ToString());
    }

    /// <summary>/J#53 is /JS.</summary>
    public static string Unescaped(string name)
    {
        if (!name.Contains('#', StringComparison.Ordinal)) return name;
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
                (text, i) = (text.Append((char)b), i + 2);
            else text.Append(name[i]);
        return text.ToString();
    }

    public static string Escaped(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+' or '*' ? c.ToString() : "#" + ((int)c).ToString("X2", CultureInfo.InvariantCulture)));

    static void Escape(ReadOnlySpan<byte> bytes, ref int at, MemoryStream text)
    {
        if (++at >= bytes.Length) throw RefusedFileException.Damaged;
        var b = bytes[at];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var code = b - '0';
            for (var digits = 1; digits < 3 && at + 1 < bytes.Length && bytes[at + 1] is >= (byte)'0' and <= (byte)'7'; digits++) code = code * 8 + bytes[++at] - '0';
            text.WriteByte((byte)code);
        }
        else if (b == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n') at++; // the line goes on
        else if (b is not ((byte)'\r' or (byte)'\n')) text.WriteByte(b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => b });
    }
}
