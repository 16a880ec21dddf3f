using System.Diagnostics;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Classification;
using AcikKapi.Warehouse;
using Dapper;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Classification;

/// <summary>The night's step `label`: a type for each application that came without one, or an honest abstention.</summary>
public static class LabelApplications
{
    const int OldestModelInDays = 30;

    readonly record struct Row(short ProvinceCode, long ApplicationId, string Text);

    /// <summary>
    /// Writes kept/labels/AS-OF.parquet: rows not labelled in an earlier night by the same model. A second run of the
    /// same night writes the same file. Trains first where there is no model for this type list, or only an old one.
    /// RowsIn: applications without a type; RowsOut: those that got one.
    /// </summary>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, int seed, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        if (!File.Exists(paths.Raw)) throw new Domain.UserError("Nothing has been ingested yet; run: ./acikkapi ingest");
        if (!IsFresh(ModelStore.Last(paths, asOf), asOf)) TrainClassifier.Run(paths, asOf, seed, cancel);
        var card = ModelStore.InService(paths, asOf);
        var rows = card is null ? [] : ReadUnlabelled(paths, asOf, card.Version);
        var predictions = card is null || rows.Count == 0
            ? []
            : PredictTypes.Run(ModelStore.Load(paths, card), [.. rows.Select(r => r.Text)], cancel);

        cancel.ThrowIfCancellationRequested();
        var labelled = Write(paths, asOf, card?.Version ?? "", rows, predictions);
        return new StepResult("label", rows.Count, labelled, clock.Elapsed);
    }

    static bool IsFresh(ModelCard? last, DateOnly asOf) => last is not null && last.TrainedOn.AddDays(OldestModelInDays) >= asOf;

    static List<Row> ReadUnlabelled(WarehousePaths paths, DateOnly asOf, string version)
    {
        using var raw = DuckDb.Open(paths.Raw, readOnly: true);
        var earlier = Directory.Exists(paths.Labels)
            ? Directory.EnumerateFiles(paths.Labels, "*.parquet")
                .Where(file => string.CompareOrdinal(Path.GetFileNameWithoutExtension(file), WarehousePaths.Name(asOf)) < 0).ToList()
            : [];
        var sql = EmbeddedSql.Read(typeof(LabelApplications).Assembly, "Classification/LabelApplications.sql").Replace(
            "$labels",
            earlier.Count > 0 ? $"read_parquet([{string.Join(", ", earlier.Select(DuckDb.Quote))}])" : NoLabels,
            StringComparison.Ordinal);
        var rows = raw.Query<(short, long, string)>(sql, new { until = IstanbulTime.EndOfDay(asOf).UtcDateTime, version });
        return [.. rows.Select(r => new Row(r.Item1, r.Item2, r.Item3))];
    }

    const string NoLabels = "(select 0 as province_code, 0 as application_id, '' as model_version where false)";

    static long Write(WarehousePaths paths, DateOnly asOf, string version, List<Row> rows, Prediction[] predictions)
    {
        using var memory = DuckDb.Open(":memory:");
        memory.Execute(EmbeddedSql.Read(typeof(LabelApplications).Assembly, "Classification/labels.sql"));
        var labelled = 0L;
        using (var appender = memory.CreateAppender("labels"))
            for (var i = 0; i < rows.Count; i++)
            {
                var type = PeopleDecide.Unless(predictions[i]);
                if (type is not null) labelled++;
                appender.CreateRow().AppendValue(rows[i].ProvinceCode).AppendValue(rows[i].ApplicationId).AppendValue(type?.Code)
                    .AppendValue((double)(type?.Confidence ?? predictions[i].Confidence)).AppendValue(version).AppendValue(asOf).EndRow();
            }

        KeptFile.Write(memory, "from labels", Path.Combine(paths.Labels, $"{WarehousePaths.Name(asOf)}.parquet"));
        return labelled;
    }
}
