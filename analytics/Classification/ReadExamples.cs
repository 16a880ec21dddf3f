using System.Globalization;
using AcikKapi.Domain;
using Sylvan.Data.Csv;

namespace AcikKapi.Analytics.Classification;

/// <summary>Examples from any CSV: UTF-8, header row, RFC 4180.</summary>
public static class ReadExamples
{
    const int LongestRow = 64 * 1024 * 1024; // characters

    /// <exception cref="UserError">The file or a column is missing, or is no CSV, or there is no row.</exception>
    public static IReadOnlyList<LabelledText> Run(string file, string textColumn, string labelColumn)
    {
        if (!File.Exists(file)) throw new UserError($"There is no file {file}.");
        var examples = new List<LabelledText>();
        try
        {
            using var csv = CsvDataReader.Create(file, new CsvDataReaderOptions { MaxBufferSize = LongestRow });
            var (text, label) = (Column(csv, textColumn, file), Column(csv, labelColumn, file));
            while (csv.Read())
                examples.Add(new LabelledText(csv.GetString(text), csv.GetString(label), examples.Count.ToString(CultureInfo.InvariantCulture)));
        }
        catch (Exception broken) when (broken is CsvFormatException or CsvMissingHeadersException or CsvRecordTooLargeException)
        {
            throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{file} cannot be read as CSV after row {examples.Count}: write it as UTF-8 with a header row and fields with commas, quotes or line ends in double quotes."));
        }

        return examples.Count > 0 ? examples : throw new UserError($"{file} holds no rows.");
    }

    static int Column(CsvDataReader csv, string name, string file)
    {
        var columns = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToList();
        var found = columns.IndexOf(name);
        return found >= 0 ? found : throw new UserError($"{file} has no column {name}; it has {string.Join(", ", columns)}.");
    }
}
