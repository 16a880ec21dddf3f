using System.Globalization;
using System.Text;

namespace AcikKapi.Intake.Attachments.Pdf;

/// <summary>Objects out of bytes, one after the other (ISO 32000-1, 7.2 and 7.3). Names of what acts by itself are refused wherever they stand.</summary>
sealed class PdfParser(ReadOnlyMemory<byte> bytes, PdfBudget budget)
{
    const int MostNested = 100;

    static readonly HashSet<string> Active = new(StringComparer.Ordinal)
        { "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "Encrypt", "SubmitForm", "ImportData", "GoToE", "GoToR" };

    int at;

    public bool IsAtEnd
    {
        get
        {
            SkipBlank();
            return at >= bytes.Length;
        }
    }

    public ReadOnlyMemory<byte> Rest => bytes[at..];

    public void Skip(int count) => at += count;

    public void MoveTo(int position)
    {
        if (position < 0 || position > bytes.Length) throw RefusedFileException.Damaged;
        at = position;
    }

    /// <summary>True and behind it where this word comes next.</summary>
    public bool Takes(string word)
    {
        SkipBlank();
        if (at + word.Length > bytes.Length || at + word.Length < bytes.Length && IsRegular(bytes.Span[at + word.Length])) return false;
        for (var i = 0; i < word.Length; i++)
            if (bytes.Span[at + i] != word[i]) return false;
        at += word.Length;
        return true;
    }

    /// <summary>Null, and where it was, where no whole number comes next.</summary>
    public int? Number()
    {
        SkipBlank();
        var from = at;
        if (int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        at = from;
        return null;
    }

    public PdfObject Read(int depth = 0)
    {
        if (depth > MostNested) throw RefusedFileException.Damaged;
        budget.TakeObject();
        SkipBlank();
        switch (Peek(0))
        {
            case '/': return new PdfName(Name());
            case '(': return new PdfString(PdfStrings.Literal(bytes.Span, ref at));
            case '[': return List(depth);
            case '<' when Peek(1) == '<': return Dictionary(depth);
            case '<': return new PdfString(PdfStrings.Hexadecimal(bytes.Span, ref at));
        }
        if (Number() is { } number)
        {
            var from = at;
            if (Number() is not null && Takes("R")) return new PdfReference(number);
            at = from;
            return new PdfWord(number.ToString(CultureInfo.InvariantCulture));
        }
        var word = Word();
        return word is "true" or "false" or "null" || word.Length > 0 && word.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.') ? new PdfWord(word) : throw RefusedFileException.Damaged;
    }

    public void SkipBlank()
    {
        for (; at < bytes.Length; at++)
        {
            if (bytes.Span[at] == '%') // a comment, to the line's end
                while (at + 1 < bytes.Length && bytes.Span[at + 1] is not ((byte)'\r' or (byte)'\n')) at++;
            else if (!IsBlank(bytes.Span[at])) return;
        }
    }

    static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    static bool IsRegular(byte b) => !IsBlank(b) && b is not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');

    char Peek(int ahead) => at + ahead < bytes.Length ? (char)bytes.Span[at + ahead] : '\0';

    string Word()
    {
        var from = at;
        while (at < bytes.Length && IsRegular(bytes.Span[at])) at++;
        return Encoding.Latin1.GetString(bytes.Span[from..at]);
    }

    string Name()
    {
        at++;
        var name = PdfStrings.Unescaped(Word());
        if (Active.Contains(name))
            throw new RefusedFileException("PDF; betik, gömülü dosya, form ya da şifre içeriyor. Yalnız sayfalardan oluşan bir PDF ekleyin (\"PDF olarak yazdır\" ile kaydedin).");
        return name;
    }

    PdfArray List(int depth)
    {
        var items = new List<PdfObject>();
        for (at++; ; items.Add(Read(depth + 1)))
        {
            SkipBlank();
            if (Peek(0) != ']') continue;
            at++;
            return new PdfArray(items);
        }
    }

    PdfDictionary Dictionary(int depth)
    {
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        for (at += 2; ; entries[Name()] = Read(depth + 1))
        {
            SkipBlank();
            if (Peek(0) == '/') continue;
            if (Peek(0) != '>' || Peek(1) != '>') throw RefusedFileException.Damaged;
            at += 2;
            return new PdfDictionary(entries);
        }
    }
}
