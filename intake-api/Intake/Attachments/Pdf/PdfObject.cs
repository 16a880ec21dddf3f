namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>What a PDF is made of (ISO 32000-1, 7.3).</summary>
abstract record PdfObject;

/// <summary>true, false, null, and a number as it was written.</summary>
sealed record PdfWord(string Text) : PdfObject
{
    public static readonly PdfWord Null = new("null");
}

/// <param name="Text">A character a byte, its escapes undone.</param>
sealed record PdfName(string Text) : PdfObject;

sealed record PdfString(byte[] Bytes) : PdfObject;

/// <summary>Its generation is left out: of objects with one number the file's last is meant.</summary>
sealed record PdfReference(int Number) : PdfObject;

sealed record PdfArray(IReadOnlyList<PdfObject> Items) : PdfObject;

sealed record PdfDictionary(IReadOnlyDictionary<string, PdfObject> Entries) : PdfObject
{
    public PdfObject? this[string key] => Entries.GetValueOrDefault(key);
}

/// <param name="Data">As it lies in the file, by its filters.</param>
sealed record PdfStream(PdfDictionary Dictionary, ReadOnlyMemory<byte> Data) : PdfObject;
