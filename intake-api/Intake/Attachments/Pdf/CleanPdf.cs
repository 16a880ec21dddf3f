namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>
/// A PDF written anew from what draws its pages: no author, program or time, no history of its editing, no XMP, outline, structure,
/// thumbnail, link or private data; pictures in it cleaned like pictures by themselves. What acts by itself is refused.
/// </summary>
static class CleanPdf
{
    const int MostPages = 5_000;

    static readonly string[] PageKeys = ["Resources", "MediaBox", "CropBox", "Rotate", "Contents", "Group", "UserUnit"];
    static readonly string[] Inherited = ["Resources", "MediaBox", "CropBox", "Rotate"];

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <exception cref="RefusedFileException">It cannot be read, or does more than show pages.</exception>
    public static byte[] Of(byte[] bytes)
    {
        var budget = new PdfBudget();
        var file = PdfFile.Read(bytes, budget);
        if (file.Resolve(file.Root) is not PdfDictionary catalog) throw RefusedFileException.Damaged;
        var writer = new PdfWriter();
        var (copy, root, tree) = (new PdfCopy(file, writer, budget), writer.Reserve(), writer.Reserve());
        var pages = PagesOf(file, catalog).Select(page => (PdfObject)WritePage(page, tree, writer, copy)).ToList();
        if (pages.Count == 0) throw RefusedFileException.Damaged;
        writer.Write(tree, Dictionary(("Type", new PdfName("Pages")), ("Kids", new PdfArray(pages)), ("Count", new PdfWord(pages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
        // Which of its layers are shown.
        writer.Write(root, Dictionary(("Type", new PdfName("Catalog")), ("Pages", tree), ("OCProperties", catalog["OCProperties"] is { } layers ? copy.Of(layers) : null)));
        copy.Finish();
        return writer.Finish(root);
    }

    public static PdfDictionary Dictionary(params IEnumerable<(string Key, PdfObject? Value)> entries) =>
        new(entries.Where(e => e.Value is not null).ToDictionary(e => e.Key, e => e.Value!, StringComparer.Ordinal));

    static PdfReference WritePage(PdfDictionary page, PdfReference tree, PdfWriter writer, PdfCopy copy)
    {
        var number = writer.Reserve();
        writer.Write(number, Dictionary([
            ("Type", new PdfName("Page")), ("Parent", tree), .. PageKeys.Select(key => (key, page[key] is { } value ? copy.Of(value) : null)),
            ("Annots", copy.Annotations(page["Annots"]))]));
        return number;
    }

    /// <summary>In their order, with what they inherit from the tree above them.</summary>
    static IEnumerable<PdfDictionary> PagesOf(PdfFile file, PdfDictionary catalog)
    {
        var (waiting, seen) = (new Stack<(PdfObject? Node, PdfDictionary? Above)>([(catalog["Pages"], null)]), 0);
        while (waiting.TryPop(out var next))
        {
            if (++seen > MostPages || file.Resolve(next.Node) is not PdfDictionary node) throw RefusedFileException.Damaged;
            var whole = new Dictionary<string, PdfObject>(node.Entries, StringComparer.Ordinal);
            foreach (var key in Inherited)
                if (next.Above?[key] is { } value) whole.TryAdd(key, value);
            var here = new PdfDictionary(whole);
            if (file.Resolve(node["Kids"]) is not PdfArray kids) yield return here;
            else if (waiting.Count + kids.Items.Count > MostPages) throw RefusedFileException.Damaged;
            else foreach (var kid in kids.Items.Reverse()) waiting.Push((kid, here));
        }
    }
}
