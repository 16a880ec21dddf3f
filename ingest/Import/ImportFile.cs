using System.Globalization;
using System.Text;
using AcikKapi.Domain;
using Sylvan.Data.Csv;

namespace AcikKapi.Ingest.Import;

/// <summary>A CSV file (RFC 4180; UTF-8 with or without BOM; a header whose columns are parted by ; is understood), read row by row.</summary>
public sealed class ImportFile : IDisposable
{
    const int LongestField = 1 << 20;

    readonly string path;
    readonly CsvDataReader csv;
    readonly ImportMap map;
    readonly Dictionary<string, int> ordinals;
    int nextLine = 2;

    /// <exception cref="UserError">No such file, not readable, or a required column is missing.</exception>
    public ImportFile(string path, ImportMap map, string[] required)
    {
        (this.path, this.map) = (path, map);
        if (!File.Exists(path)) throw new UserError($"There is no file {path}.");
        if (new FileInfo(path).Length == 0) throw new UserError($"{path} is empty.");
        csv = Readable(() => CsvDataReader.Create(new StreamReader(path, map.TextEncoding(), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16), new CsvDataReaderOptions
        {
            Delimiter = Delimiter(), MaxBufferSize = 4 * LongestField, BufferSize = 1 << 16, ResultSetMode = ResultSetMode.SingleResult,
        }));
        ordinals = Enumerable.Range(0, csv.FieldCount).GroupBy(i => csv.GetName(i).Trim(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var missing = required.Where(c => !map.Constants.ContainsKey(c) && !ordinals.ContainsKey(Theirs(c))).Select(Theirs).ToList();
        if (missing.Count == 0) return;
        csv.Dispose();
        throw new UserError($"{path} has no column {string.Join(", ", missing)}. Its first line must name the columns; foreign names need a mapping file (--map).");
    }

    public string Name => Path.GetFileName(path);

    /// <summary>Where the current row starts, the header being line 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Read so far, the header left out.</summary>
    public int Rows { get; private set; }

    public bool HasAllFields => csv.RowFieldCount == csv.FieldCount;

    public bool Read() => Readable(() =>
    {
        if (!csv.Read()) return false;
        Rows++;
        Line = nextLine++;
        for (var i = 0; i < csv.RowFieldCount; i++)
            foreach (var c in csv.GetFieldSpan(i)) if (c == '\n') nextLine++;
        return true;
    });

    /// <summary>Our column of the current row, mapped; null where it is empty or the file has none.</summary>
    public string? this[string column]
    {
        get
        {
            var text = ordinals.TryGetValue(Theirs(column), out var i) && i < csv.RowFieldCount ? csv.GetString(i).Trim() : "";
            return map.ToOurs(column, text.Length == 0 ? null : text);
        }
    }

    public void Dispose() => csv.Dispose();

    string Theirs(string column) => map.Columns.GetValueOrDefault(column, column);

    char Delimiter()
    {
        using var file = new StreamReader(path, Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
        var header = file.ReadLine() ?? "";
        return header.Contains(';', StringComparison.Ordinal) && !header.Contains(',', StringComparison.Ordinal) ? ';' : ',';
    }

    T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException error)
        {
            throw new UserError($"{path}: near line {Line.ToString(CultureInfo.InvariantCulture)} there are letters that are not UTF-8. "
                + "If it comes from an older Windows program, convert it (iconv -f WINDOWS-1254 -t UTF-8) or say \"encoding\": \"windows-1254\" in the mapping file. Nothing was loaded.", error);
        }
        catch (Exception error) when (error is CsvFormatException or CsvRecordTooLargeException or InvalidDataException)
        {
            throw new UserError($"{path}: after line {Line.ToString(CultureInfo.InvariantCulture)} it is no valid CSV (a quote that is not closed, or a field above a million characters). Nothing was loaded.", error);
        }
    }
}
