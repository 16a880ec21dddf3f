using System.Globalization;
using System.Text;

namespace AcikKapi.Ingest.Import;

/// <summary>rejects.csv: file, line, column, reason of each row that was not loaded. Never what stood there: it may be about a person.</summary>
public sealed class Rejects : IDisposable
{
    readonly StreamWriter file;
    readonly HashSet<(string, int)> rows = [];

    public Rejects(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.Write("file,line,column,reason\r\n");
    }

    /// <summary>Rows, however many columns of each were wrong.</summary>
    public int Rows => rows.Count;

    public int Of(string name) => rows.Count(r => r.Item1 == name);

    public void Add(string name, int line, string column, string reason)
    {
        rows.Add((name, line));
        file.Write($"{Cell(name)},{line.ToString(CultureInfo.InvariantCulture)},{Cell(column)},{Cell(reason)}\r\n");
    }

    public void Dispose() => file.Dispose();

    static string Cell(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
