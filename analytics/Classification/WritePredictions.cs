using System.Data;
using System.Globalization;
using AcikKapi.Domain.Classification;
using Sylvan.Data.Csv;

namespace AcikKapi.Analytics.Classification;

/// <summary>Predictions as CSV, without the texts.</summary>
static class WritePredictions
{
    public static void Run(string file, IReadOnlyList<LabelledText> truth, IReadOnlyList<Prediction> predictions)
    {
        using var rows = new DataTable { Locale = CultureInfo.InvariantCulture };
        rows.Columns.Add("row", typeof(int));
        rows.Columns.Add("label", typeof(string));
        rows.Columns.Add("predicted", typeof(string));
        rows.Columns.Add("confidence", typeof(float));
        rows.Columns.Add("abstained", typeof(string));
        for (var i = 0; i < predictions.Count; i++)
            rows.Rows.Add(i + 1, truth[i].Label, predictions[i].Label, predictions[i].Confidence, predictions[i].Abstained ? "true" : "false");
        using var text = new StreamWriter(file); // UTF-8 without the mark that would become part of the first column's name
        using var writer = CsvDataWriter.Create(text);
        writer.Write(rows.CreateDataReader());
    }
}
