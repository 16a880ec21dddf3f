using System.Globalization;

namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>
/// All objects of a PDF, read from its beginning to its end without its table of contents: what that leaves out, or misplaces on
/// purpose, is seen as well. Of objects with one number the last is meant. Between objects nothing else may stand.
/// </summary>
sealed class PdfFile
{
    const int LongestChain = 20;

    readonly PdfBudget budget;
    readonly Dictionary<int, PdfObject> objects = [];

    PdfFile(PdfBudget budget) => this.budget = budget;

    /// <summary>The catalog; null where no trailer names one.</summary>
    public PdfReference? Root { get; private set; }

    /// <exception cref="RefusedFileException">It cannot be read to its end, or holds more than a PDF.</exception>
    public static PdfFile Read(byte[] bytes, PdfBudget budget)
    {
        var end = bytes.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0) throw RefusedFileException.Damaged;
        if (bytes.AsSpan(end + 5).IndexOfAnyExcept("\0\t\n\r "u8) >= 0) throw RefusedFileException.Foreign;
        var (file, parser) = (new PdfFile(budget), new PdfParser(bytes.AsMemory(0, end), budget));
        while (!parser.IsAtEnd)
        {
            if (parser.Takes("xref"))
                while (parser.Number() is not null || parser.Takes("n") || parser.Takes("f")) { }
            else if (parser.Takes("trailer")) file.TakeTrailer(parser.Read());
            else if (parser.Takes("startxref")) parser.Number();
            else file.TakeIndirect(parser);
        }
        return file;
    }

    /// <summary>What a reference leads to; null itself where it leads nowhere.</summary>
    public PdfObject Resolve(PdfObject? value)
    {
        for (var i = 0; i < LongestChain && value is PdfReference reference; i++) value = objects.GetValueOrDefault(reference.Number);
        return value is null or PdfReference ? PdfWord.Null : value;
    }

    public int? Number(PdfObject? value) =>
        Resolve(value) is PdfWord word && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsNamed(PdfObject? value, string name) => Resolve(value) is PdfName given && given.Text == name;

    void TakeTrailer(PdfObject value)
    {
        if ((value as PdfDictionary)?["Root"] is PdfReference root) Root = root;
    }

    void TakeIndirect(PdfParser parser)
    {
        if (parser.Number() is not { } number || parser.Number() is null || !parser.Takes("obj")) throw RefusedFileException.Foreign;
        if (parser.Takes("endobj")) return;
        var value = parser.Read();
        if (value is PdfDictionary dictionary && parser.Takes("stream")) value = new PdfStream(dictionary, DataOf(dictionary, parser));
        parser.Takes("endobj");
        if (value is PdfStream table && IsNamed(table.Dictionary["Type"], "XRef")) TakeTrailer(table.Dictionary);
        else if (value is PdfStream more && IsNamed(more.Dictionary["Type"], "ObjStm")) TakeCompressed(more);
        else objects[number] = value;
    }

    /// <summary>By its length where the end is found there, else to the next end.</summary>
    ReadOnlyMemory<byte> DataOf(PdfDictionary dictionary, PdfParser parser)
    {
        var rest = parser.Rest.Span;
        parser.Skip(rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) || rest.StartsWith("\r"u8) ? 1 : 0);
        var data = parser.Rest;
        if (Number(dictionary["Length"]) is not { } length || length > data.Length || !data.Span[length..].TrimStart("\r\n "u8).StartsWith("endstream"u8))
        {
            length = data.Span.IndexOf("endstream"u8);
            if (length < 0) throw RefusedFileException.Damaged;
            length = data.Span[..length].EndsWith("\r\n"u8) ? length - 2 : length > 0 && data.Span[length - 1] is (byte)'\n' or (byte)'\r' ? length - 1 : length;
        }
        parser.Skip(length);
        return parser.Takes("endstream") ? data[..length] : throw RefusedFileException.Damaged;
    }

    void TakeCompressed(PdfStream stream)
    {
        var decoded = PdfFilters.Decode(this, stream, budget);
        if (decoded.Picture is not null || decoded.Parameters is not null) throw RefusedFileException.Damaged;
        var parser = new PdfParser(decoded.Data, budget);
        if (Number(stream.Dictionary["N"]) is not { } count || Number(stream.Dictionary["First"]) is not { } first) throw RefusedFileException.Damaged;
        var places = new List<(int Number, int At)>();
        for (var i = 0; i < count; i++)
            places.Add(parser.Number() is { } number && parser.Number() is { } offset ? (number, first + offset) : throw RefusedFileException.Damaged);
        foreach (var (number, place) in places)
        {
            parser.MoveTo(place);
            objects[number] = parser.Read();
        }
    }
}
