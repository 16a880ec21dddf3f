using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Tests.Support;

/// <summary>
/// A warehouse of deterministic made-up rows in a folder of its own: six provinces, all kinds, channels and types, four
/// years. `FillRaw` lands them as ingest would; `Create` also builds, checks and publishes (with an empty flags table).
/// </summary>
public sealed class SmallWarehouse : IDisposable
{
    public static readonly DateOnly DefaultAsOf = new(2026, 10, 31);

    SmallWarehouse(DateOnly asOf, string? folder)
    {
        AsOf = asOf;
        Paths = new WarehousePaths(folder ?? Directory.CreateTempSubdirectory("acikkapi-warehouse-").FullName);
    }

    public WarehousePaths Paths { get; }

    public DateOnly AsOf { get; }

    /// <summary>Raw rows only: for whoever runs the steps.</summary>
    public static SmallWarehouse FillRaw(int applications = 6_000, DateOnly? asOf = null, string? folder = null)
    {
        var small = new SmallWarehouse(asOf ?? DefaultAsOf, folder);
        small.Paths.MakeFolders(small.AsOf);
        using var raw = RawStore.Open(small.Paths);
        FillCalendar(raw);
        raw.Execute(string.Create(CultureInfo.InvariantCulture, $"set variable applications = {applications}"));
        raw.Execute($"set variable as_of = {DuckDb.Literal(small.AsOf)}");
        raw.Execute(EmbeddedSql.Read(typeof(SmallWarehouse).Assembly, "Support/small_warehouse.sql"));
        return small;
    }

    /// <summary>Built and checked: building/AS-OF/warehouse.duckdb stands, with an empty flags table.</summary>
    public static SmallWarehouse Build(int applications = 6_000, DateOnly? asOf = null, string? folder = null)
    {
        var small = FillRaw(applications, asOf, folder);
        AcikKapi.Warehouse.Build.Run(small.Paths, small.AsOf);
        Check.Run(small.Paths, small.AsOf);
        using var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf));
        warehouse.Execute(EmbeddedSql.Read(typeof(SmallWarehouse).Assembly, "Support/no_flags.sql"));
        return small;
    }

    /// <summary>Published: warehouse.duckdb, published.duckdb and ministry.duckdb stand in the folder.</summary>
    public static SmallWarehouse Create(int applications = 6_000, DateOnly? asOf = null, string? folder = null)
    {
        var small = Build(applications, asOf, folder);
        Publish.Run(small.Paths, small.AsOf, force: false);
        return small;
    }

    static void FillCalendar(DuckDBConnection raw)
    {
        raw.Execute("create temp table deadlines (day date, due date)");
        using var appender = raw.CreateAppender("temp", "main", "deadlines");
        for (var day = new DateOnly(2018, 1, 1); day < new DateOnly(2027, 12, 1); day = day.AddDays(1))
            appender.CreateRow().AppendValue(day).AppendValue(WorkingCalendar.Turkey.Deadline(day)).EndRow();
    }

    public void Dispose() => Directory.Delete(Paths.Folder, recursive: true);
}
