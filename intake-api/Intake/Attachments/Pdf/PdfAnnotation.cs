namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>What lies on a page besides its content (ISO 32000-1, 12.5): a filled-in field, a stamp, a mark. Its look stays; what it does, says of its maker, or leads to does not.</summary>
static class PdfAnnotation
{
    static readonly string[] Seen =
        ["Widget", "Stamp", "FreeText", "Text", "Highlight", "Underline", "StrikeOut", "Squiggly", "Ink", "Line", "Square", "Circle", "Polygon", "PolyLine", "Caret", "Watermark"];

    static readonly string[] Keys = ["Subtype", "Rect", "AS", "F", "OC"];

    const int LongestChain = 20;

    /// <summary>Null for what is not seen.</summary>
    /// <exception cref="RefusedFileException">A field that was filled in and has no look yet: it would be lost.</exception>
    public static PdfDictionary? Of(PdfFile file, PdfObject value)
    {
        if (file.Resolve(value) is not PdfDictionary annotation || !Seen.Any(kind => file.IsNamed(annotation["Subtype"], kind))) return null;
        if ((file.Resolve(annotation["AP"]) as PdfDictionary)?["N"] is { } look)
            return CleanPdf.Dictionary([("Type", new PdfName("Annot")), .. Keys.Select(key => (key, annotation[key])), ("AP", CleanPdf.Dictionary(("N", look)))]);
        if (IsFilledIn(file, annotation))
            throw new RefusedFileException("PDF'te doldurulmuş form alanları var, ama görünümleri kaydedilmemiş. \"PDF olarak yazdır\" ile kaydedip yeniden deneyin.");
        return null;
    }

    static bool IsFilledIn(PdfFile file, PdfDictionary annotation)
    {
        if (!file.IsNamed(annotation["Subtype"], "Widget")) return false;
        var field = annotation;
        for (var i = 0; field is not null && i < LongestChain; i++)
        {
            if (file.Resolve(field["V"]) is PdfString { Bytes.Length: > 0 }) return true;
            field = file.Resolve(field["Parent"]) as PdfDictionary;
        }
        return false;
    }
}
