using System.IO.Compression;
using System.Text;

namespace AcikKapi.Intake.Attachments;

/// <summary>
/// PDF that only shows pages: no scripts, launches, embedded files, forms of XFA, encryption; neither in the open nor inside its
/// compressed object streams. Nothing before its header and nothing after its end. It is kept as it came.
/// </summary>
static class Pdf
{
    const int LongestTail = 1024;
    const int MostInflated = 64 * 1024 * 1024; // of all streams together: a few kilobytes can hold gigabytes of zeros

    static readonly string[] Active = ["JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "Encrypt", "SubmitForm", "ImportData", "GoToE", "GoToR"];

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    public static byte[] Check(byte[] file)
    {
        var end = file.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || end < file.Length - LongestTail) throw end < 0 ? RefusedFileException.Damaged : RefusedFileException.Trailing;
        if (file.AsSpan(end + 5).IndexOfAnyExcept((byte)'\r', (byte)'\n', (byte)' ') >= 0) throw RefusedFileException.Trailing;
        if (file.AsSpan().IndexOf("PK\u0005\u0006"u8) >= 0) throw RefusedFileException.Trailing; // a ZIP archive as well
        Refuse(file);
        var left = MostInflated;
        foreach (var stream in Streams(file)) Refuse(Inflate(stream, ref left));
        return file;
    }

    static void Refuse(ReadOnlySpan<byte> content)
    {
        foreach (var name in Names(content))
            if (Active.Contains(name, StringComparer.Ordinal))
                throw new RefusedFileException("PDF; betik, gömülü dosya, form ya da şifre içeriyor. Yalnız sayfalardan oluşan bir PDF ekleyin (\"PDF olarak yazdır\" ile kaydedin).");
    }

    /// <summary>The names (/Page, /J#53) with their escapes undone (ISO 32000-1, 7.3.5).</summary>
    static List<string> Names(ReadOnlySpan<byte> content)
    {
        var names = new List<string>();
        for (var slash = content.IndexOf((byte)'/'); slash >= 0;)
        {
            var name = new StringBuilder();
            var at = slash + 1;
            for (; at < content.Length && name.Length < 64 && IsRegular(content[at]); at++)
            {
                if (content[at] == '#' && at + 2 < content.Length && char.IsAsciiHexDigit((char)content[at + 1]) && char.IsAsciiHexDigit((char)content[at + 2]))
                {
                    name.Append((char)(Convert.FromHexString(Encoding.ASCII.GetString(content.Slice(at + 1, 2)))[0]));
                    at += 2;
                }
                else name.Append((char)content[at]);
            }
            names.Add(name.ToString());
            var next = content[at..].IndexOf((byte)'/');
            slash = next < 0 ? -1 : at + next;
        }
        return names;
    }

    static bool IsRegular(byte b) => b > ' ' && b < 0x7F && b is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');

    /// <summary>What stands between "stream" and "endstream".</summary>
    static List<byte[]> Streams(byte[] file)
    {
        var streams = new List<byte[]>();
        for (var at = 0; at < file.Length;)
        {
            var start = file.AsSpan(at).IndexOf("stream"u8);
            if (start < 0) break;
            start += at + 6;
            var length = file.AsSpan(start).IndexOf("endstream"u8);
            if (length < 0) break;
            streams.Add(file.AsSpan(start, length).TrimStart("\r\n"u8).ToArray());
            at = start + length + 9;
        }
        return streams;
    }

    /// <summary>Empty where it is not deflated: pictures are, in ways that hold no names.</summary>
    static byte[] Inflate(byte[] stream, ref int left)
    {
        if (stream.Length < 2 || (stream[0] & 0x0F) != 8) return [];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress);
            var content = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if ((left -= read) < 0) throw new RefusedFileException("PDF açıldığında aşırı büyüyor. Dosyayı küçültüp yeniden deneyin.");
            }
            return content.ToArray();
        }
        catch (InvalidDataException) { return []; }
    }
}
