using System.Globalization;
using System.Text;

namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>Objects into a file with a plain table of contents, and a trailer that names the catalog and nothing else.</summary>
sealed class PdfWriter
{
    readonly MemoryStream file = new();
    readonly List<long> places = [];

    public PdfWriter() => Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");

    /// <summary>A number for an object that is written later.</summary>
    public PdfReference Reserve()
    {
        places.Add(0);
        return new PdfReference(places.Count);
    }

    public void Write(PdfReference number, PdfObject value)
    {
        places[number.Number - 1] = file.Position;
        Write($"{Text(number.Number)} 0 obj\n");
        WriteValue(value);
        Write("\nendobj\n");
    }

    public byte[] Finish(PdfReference root)
    {
        var table = file.Position;
        Write($"xref\n0 {Text(places.Count + 1)}\n0000000000 65535 f \n");
        foreach (var place in places) Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        Write($"trailer\n<< /Size {Text(places.Count + 1)} /Root {Text(root.Number)} 0 R >>\nstartxref\n{Text(table)}\n%%EOF\n");
        return file.ToArray();
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

    void WriteValue(PdfObject value)
    {
        switch (value)
        {
            case PdfWord word: Write(word.Text); break;
            case PdfName name: Write("/" + PdfStrings.Escaped(name.Text)); break;
            case PdfString text: Write($"<{Convert.ToHexString(text.Bytes)}>"); break;
            case PdfReference reference: Write($"{Text(reference.Number)} 0 R"); break;
            case PdfArray list: WriteList(list); break;
            case PdfDictionary dictionary: WriteDictionary(dictionary); break;
            case PdfStream stream:
                WriteDictionary(stream.Dictionary);
                Write("\nstream\n");
                file.Write(stream.Data.Span);
                Write("\nendstream");
                break;
        }
    }

    void WriteList(PdfArray list)
    {
        Write("[");
        foreach (var item in list.Items)
        {
            WriteValue(item);
            Write(" ");
        }
        Write("]");
    }

    void WriteDictionary(PdfDictionary dictionary)
    {
        Write("<<");
        foreach (var (key, value) in dictionary.Entries)
        {
            Write($" /{PdfStrings.Escaped(key)} ");
            WriteValue(value);
        }
        Write(" >>");
    }
}
