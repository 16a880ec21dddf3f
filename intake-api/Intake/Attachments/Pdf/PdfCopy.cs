using System.Globalization;
using System.IO.Compression;

namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>Whatever the pages lead to, copied once under a new number; what nothing leads to stays behind.</summary>
sealed class PdfCopy(PdfFile file, PdfWriter writer, PdfBudget budget)
{
    /// <summary>Of whoever made it, or for another program than one that draws.</summary>
    static readonly HashSet<string> Told = new(StringComparer.Ordinal) { "Metadata", "PieceInfo", "LastModified", "CreatorInfo", "Creator", "Author", "Producer", "CreationDate", "ModDate", "StructParent", "StructParents" };

    /// <summary>The same, where a short name cannot be that of a font or picture.</summary>
    static readonly HashSet<string> ToldOfStreams = new(StringComparer.Ordinal) { "OPI", "Ref", "ID", "Measure", "PtData", "AF", "Alternates", "Filter", "DecodeParms", "Length", "DL", "FFilter", "FDecodeParms" };

    // What is read once may be told to be copied thousands of times.
    readonly PdfBudget copies = new();
    readonly Dictionary<int, PdfReference> numbers = [];
    readonly Queue<(PdfReference Number, PdfObject Value)> waiting = new();

    public PdfObject Of(PdfObject value)
    {
        copies.TakeObject();
        return value switch
        {
            PdfReference reference => NumberOf(reference),
            PdfArray list => new PdfArray([.. list.Items.Select(Of)]),
            PdfDictionary dictionary => Of(dictionary),
            _ => value,
        };
    }

    /// <summary>What lies on a page and is seen.</summary>
    public PdfArray? Annotations(PdfObject? list)
    {
        var seen = new List<PdfObject>();
        foreach (var item in (file.Resolve(list) as PdfArray)?.Items ?? [])
        {
            copies.TakeObject();
            if (PdfAnnotation.Of(file, item) is { } annotation) seen.Add(Of(annotation));
        }
        return seen.Count > 0 ? new PdfArray(seen) : null;
    }

    /// <summary>Writes all that was asked for, and what that leads to.</summary>
    public void Finish()
    {
        while (waiting.TryDequeue(out var next)) writer.Write(next.Number, next.Value is PdfStream stream ? Of(stream) : Of(next.Value));
    }

    PdfObject NumberOf(PdfReference reference)
    {
        if (numbers.TryGetValue(reference.Number, out var known)) return known;
        if (file.Resolve(reference) is var value && value == PdfWord.Null) return value;
        var number = numbers[reference.Number] = writer.Reserve();
        waiting.Enqueue((number, value));
        return number;
    }

    PdfDictionary Of(PdfDictionary dictionary) => CleanPdf.Dictionary(dictionary.Entries.Where(e => !Told.Contains(e.Key)).Select(e => (e.Key, (PdfObject?)Of(e.Value))));

    PdfStream Of(PdfStream stream)
    {
        var entries = Of(stream.Dictionary).Entries.Where(e => !ToldOfStreams.Contains(e.Key)).Select(e => (e.Key, (PdfObject?)e.Value)).ToList();
        var isPicture = file.IsNamed(stream.Dictionary["Subtype"], "Image");
        if (isPicture) RefusedFileException.CheckPixels(file.Number(stream.Dictionary["Width"]) ?? 0, file.Number(stream.Dictionary["Height"]) ?? 0);
        // A scan would be some hundred megabytes when inflated; nothing but shades can stand in it.
        var (data, filter, parameters) = isPicture && file.IsNamed(stream.Dictionary["Filter"], "FlateDecode") && stream.Dictionary["F"] is null
            ? (stream.Data, "FlateDecode", stream.Dictionary["DecodeParms"])
            : Coded(PdfFilters.Decode(file, stream, budget));
        entries.AddRange([("Filter", new PdfName(filter)), ("DecodeParms", parameters is null ? null : Of(parameters)), ("Length", new PdfWord(data.Length.ToString(CultureInfo.InvariantCulture)))]);
        return new PdfStream(CleanPdf.Dictionary(entries), data);
    }

    static (ReadOnlyMemory<byte> Data, string Filter, PdfObject? Parameters) Coded(PdfDecoded decoded) => decoded.Picture switch
    {
        null => (Deflate(decoded.Data), "FlateDecode", decoded.Parameters),
        "DCTDecode" => (Jpeg.Clean(decoded.Data), decoded.Picture, decoded.Parameters),
        "JPXDecode" => (Jpeg2000.Clean(decoded.Data), decoded.Picture, decoded.Parameters),
        _ => (decoded.Data, decoded.Picture, decoded.Parameters),
    };

    static byte[] Deflate(byte[] content)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return data.ToArray();
    }
}
