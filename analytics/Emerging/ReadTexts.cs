using System.Diagnostics;
using AcikKapi.Analytics.Classification;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Emerging;

/// <summary>The night's step `texts`: what people newly write about, what many sent, and whether the model still sees what it was made for.</summary>
public static class ReadTexts
{
    /// <summary>Fills mart_emerging, mart_petitions and mart_drift of the building warehouse. RowsIn: texts without a type; RowsOut: rows of the three.</summary>
    /// <exception cref="Domain.UserError">Nothing was ingested, or the night's warehouse is not built.</exception>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, int seed, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var path = paths.BuildingWarehouse(asOf);
        if (!File.Exists(path)) throw new Domain.UserError($"The warehouse of {WarehousePaths.Name(asOf)} is not built; run: ./acikkapi build");
        var (texts, topics, petitions) = EmergingTopics.Run(paths, asOf, cancel);
        var drift = MeasureDrift.Run(paths, asOf, seed, cancel);
        using var warehouse = DuckDb.Open(path);
        MakeTables(warehouse);
        warehouse.Execute("delete from mart_emerging; delete from mart_petitions; delete from mart_drift;");
        using (var rows = warehouse.CreateAppender("mart_emerging"))
            foreach (var (topic, no) in topics.Select((topic, at) => (topic, at + 1)))
                rows.CreateRow().AppendValue((int?)no).AppendValue(string.Join(", ", topic.Words)).AppendValue((int?)topic.Persons).AppendValue((int?)topic.Subjects)
                    .AppendValue((double?)topic.Expected).AppendValue((int?)topic.Days).AppendValue((double?)topic.QValue).EndRow();
        using (var rows = warehouse.CreateAppender("mart_petitions"))
            foreach (var p in petitions)
                rows.CreateRow().AppendValue(string.Join(", ", p.Words)).AppendValue((int?)p.Persons).AppendValue((int?)p.Texts)
                    .AppendValue((DateOnly?)p.First).AppendValue((DateOnly?)p.Last).EndRow();
        if (drift is not null)
            using (var rows = warehouse.CreateAppender("mart_drift"))
                rows.CreateRow().AppendValue(drift.ModelVersion).AppendValue((double?)drift.Psi).AppendValue((double?)drift.Critical).AppendValue((bool?)drift.HasDrifted)
                    .AppendValue((int?)drift.Recent).AppendValue((int?)drift.Before).AppendValue((int?)drift.BlindTexts).AppendValue(drift.BlindError).EndRow();
        return new StepResult("texts", texts, topics.Count + petitions.Count + (drift is null ? 0 : 1), clock.Elapsed);
    }

    /// <summary>The three tables, empty where no texts were read this night.</summary>
    internal static void MakeTables(DuckDBConnection warehouse) =>
        warehouse.Execute(EmbeddedSql.Read(typeof(ReadTexts).Assembly, "Emerging/text_marts.sql"));
}
