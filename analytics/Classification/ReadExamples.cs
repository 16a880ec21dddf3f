using AcikKapi.Domain;
using Sylvan.Data.Csv;

namespace AcikKapi.Analytics.Classification;

/// <summary>Examples from any CSV: UTF-8, header row, RFC 4180.</summary>
public static class ReadExamples
{
    /// <exception cref="UserError">The file or a column is missing, or there is no row.</exception>
    public static IReadOnlyList<LabelledText> Run(string file, string textColumn, string labelColumn)
    {
        if (!File.Exists(file)) throw new UserError($"There is no file {file}.");
        using var csv = CsvDataReader.Create(file);
        var (text, label) = (Column(csv, textColumn, file), Column(csv, labelColumn, file));
        var examples = new List<LabelledText>();
        while (csv.Read())
            examples.Add(new LabelledText(csv.GetString(text), csv.GetString(label), FormattableString.Invariant($"{examples.Count}")));
        return examples.Count > 0 ? examples : throw new UserError($"{file} holds no rows.");
    }

    static int Column(CsvDataReader csv, string name, string file)
    {
        var columns = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToList();
        var found = columns.IndexOf(name);
        return found >= 0 ? found : throw new UserError($"{file} has no column {name}; it has {string.Join(", ", columns)}.");
    }
}
