using System.IO.Compression;

namespace AcikKapi.Intake.Attachments.Pdf;

/// <param name="Data">Behind all filters but a picture's own.</param>
/// <param name="Picture">The filter that only a drawing program undoes; null where there is none.</param>
/// <param name="Parameters">Of that, or of the prediction the data still lie in.</param>
sealed record PdfDecoded(byte[] Data, string? Picture, PdfObject? Parameters);

/// <summary>The filters of a stream undone (ISO 32000-1, 7.4). One we cannot see behind is refused: what is not seen is not kept.</summary>
static class PdfFilters
{
    static readonly string[] Pictures = ["DCTDecode", "JPXDecode", "CCITTFaxDecode"];

    public static PdfDecoded Decode(PdfFile file, PdfStream stream, PdfBudget budget)
    {
        if (stream.Dictionary["F"] is not null) throw RefusedFileException.Damaged; // its data lie in another file
        var filters = ListOf(file, stream.Dictionary["Filter"]);
        var parameters = ListOf(file, stream.Dictionary["DecodeParms"]);
        var data = stream.Data.ToArray();
        for (var i = 0; i < filters.Count; i++)
        {
            var (name, given, isLast) = ((filters[i] as PdfName)?.Text, i < parameters.Count ? parameters[i] as PdfDictionary : null, i == filters.Count - 1);
            if (Pictures.Contains(name, StringComparer.Ordinal) && isLast) return new PdfDecoded(data, name, given);
            data = name switch
            {
                "FlateDecode" => Inflate(data, budget),
                "ASCII85Decode" => Ascii85(data),
                "ASCIIHexDecode" => Hexadecimal(data),
                _ => throw new RefusedFileException("PDF'in bir bölümü desteklenmeyen biçimde sıkıştırılmış. \"PDF olarak yazdır\" ile kaydedip yeniden deneyin."),
            };
            if (file.Number(given?["Predictor"]) is > 1) return isLast ? new PdfDecoded(data, null, given) : throw RefusedFileException.Damaged;
        }
        return new PdfDecoded(data, null, null);
    }

    static List<PdfObject> ListOf(PdfFile file, PdfObject? value) => file.Resolve(value) switch
    {
        PdfArray list => [.. list.Items.Select(file.Resolve)],
        PdfWord => [],
        var one => [one],
    };

    /// <summary>
    /// Without its checksum (RFC 1950): drawing programs do not look at it, so a wrong one must not hide the content from us; it is
    /// made anew.
    /// </summary>
    static byte[] Inflate(byte[] data, PdfBudget budget)
    {
        if (data.Length < 2 || (data[0] & 15) != 8 || (data[0] << 8 | data[1]) % 31 != 0 || (data[1] & 32) != 0) throw RefusedFileException.Damaged;
        var content = new MemoryStream();
        try
        {
            using var deflated = new DeflateStream(new MemoryStream(data, 2, data.Length - 2), CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (int read; (read = deflated.Read(buffer)) > 0; content.Write(buffer, 0, read)) budget.TakeBytes(read);
        }
        catch (Exception error) when (error is InvalidDataException or IOException) { throw RefusedFileException.Damaged; } // the latter: zlib's own
        return content.ToArray();
    }

    static byte[] Ascii85(byte[] data)
    {
        using var content = new MemoryStream();
        var (group, count) = (0UL, 0);
        foreach (var b in data)
        {
            if (b == '~') break;
            if (b == 'z' && count == 0) content.Write([0, 0, 0, 0]);
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                group = group * 85 + b - '!';
                if (++count < 5) continue;
                Write(group, 4);
                (group, count) = (0, 0);
            }
            else if (b > ' ') throw RefusedFileException.Damaged;
        }
        var rest = count - 1;
        for (; count is > 0 and < 5; count++) group = group * 85 + 84;
        if (rest > 0) Write(group, rest);
        return content.ToArray();

        void Write(ulong value, int bytes)
        {
            for (var i = 0; i < bytes; i++) content.WriteByte((byte)(value >> (24 - 8 * i)));
        }
    }

    static byte[] Hexadecimal(byte[] data)
    {
        var at = 0;
        return PdfStrings.Hexadecimal([(byte)'<', .. data, (byte)'>'], ref at);
    }
}
