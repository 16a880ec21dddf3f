using System.Diagnostics;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Performance;

/// <summary>The forecasts of all units and bureaus, beside the marts that SQL can make.</summary>
public static class ForecastBacklogs
{
    const int Seed = 20180201; // fixed: the same past gives the same forecast

    /// <summary>Writes mart_backlog_forecast of the building warehouse. RowsIn: weeks of the past; RowsOut: forecasts.</summary>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        using var warehouse = DuckDb.Open(paths.BuildingWarehouse(asOf));
        warehouse.Execute(EmbeddedSql.Read(typeof(ForecastBacklogs).Assembly, "Performance/mart_backlog_forecast.sql"));
        var (read, written) = (0L, 0L);
        using var appender = warehouse.CreateAppender("mart_backlog_forecast");
        foreach (var queue in Read(warehouse).GroupBy(r => r.Queue))
        {
            cancel.ThrowIfCancellationRequested();
            var past = queue.ToList();
            read += past.Count;
            foreach (var f in BacklogForecast.Run([.. past.Select(p => p.Week)], past[^1].OpenAtEnd, Seed))
            {
                appender.CreateRow().AppendValue(queue.Key.Level).AppendValue(queue.Key.Province).AppendValue(queue.Key.Code).AppendValue((int?)f.WeeksAhead)
                    .AppendValue((double?)f.Low).AppendValue((double?)f.Median).AppendValue((double?)f.High).EndRow();
                written++;
            }
        }
        return new StepResult("forecast", read, written, clock.Elapsed);
    }

    sealed record Row((string Level, short? Province, string Code) Queue, FlowWeek Week, int OpenAtEnd);

    static List<Row> Read(DuckDBConnection warehouse)
    {
        using var command = warehouse.CreateCommand();
        command.CommandText = "select level, province_code, code, open_at_start, came, went, open_at_end from mart_flow where week_start > (select max(week_start) from mart_flow) - 364 order by level, province_code, code, week_start";
        using var row = command.ExecuteReader();
        List<Row> rows = [];
        while (row.Read())
            rows.Add(new Row((row.GetString(0), row.GetInt16(1), row.GetString(2)), new FlowWeek(row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)), row.GetInt32(6)));
        return rows;
    }
}
