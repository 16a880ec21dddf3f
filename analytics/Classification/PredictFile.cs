using System.Data;
using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Domain.Classification;
using AcikKapi.Warehouse;
using Sylvan.Data.Csv;

namespace AcikKapi.Analytics.Classification;

/// <summary>Types for the texts of a CSV, by the newest model in service.</summary>
public static class PredictFile
{
    /// <summary>Writes `row,type_code,confidence,abstained`, rows counted from 1, without the texts; how many. Topics that people decide are abstained from.</summary>
    /// <exception cref="UserError">There is no model, file or column, or no row.</exception>
    public static int Run(WarehousePaths paths, string file, string textColumn, string predictionsFile, CancellationToken cancel = default)
    {
        var card = ModelStore.InService(paths, DateOnly.MaxValue) ?? throw new UserError("No model is in service yet; run: ./acikkapi classify train");
        var texts = ReadExamples.Run(file, textColumn, labelColumn: textColumn).Select(e => e.Text).ToList();
        var predictions = PredictTypes.Run(ModelStore.Load(paths, card), texts, cancel);

        using var rows = new DataTable { Locale = CultureInfo.InvariantCulture };
        rows.Columns.Add("row", typeof(int));
        rows.Columns.Add("type_code", typeof(string));
        rows.Columns.Add("confidence", typeof(float));
        rows.Columns.Add("abstained", typeof(string));
        foreach (var (i, p) in predictions.Index())
        {
            var decided = PeopleDecide.Unless(p);
            rows.Rows.Add(i + 1, decided?.Code ?? p.Label, decided?.Confidence ?? p.Confidence, decided is null ? "true" : "false");
        }

        using var text = new StreamWriter(predictionsFile); // UTF-8 without the mark that would become part of the first column's name
        using var writer = CsvDataWriter.Create(text);
        writer.Write(rows.CreateDataReader());
        return predictions.Length;
    }
}
