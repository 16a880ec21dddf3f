using System.Collections.Concurrent;
using System.Globalization;
using AcikKapi.Domain.Calendar;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Tests.Support;

/// <summary>
/// A warehouse of deterministic made-up rows in a folder of its own: six provinces, all kinds, channels and types, four
/// years. `FillRaw` lands them as ingest would; `Create` also builds, checks and publishes (with an empty flags table).
/// What was once built or published is copied for the next who asks for the same, unless they name a folder of their own.
/// </summary>
public sealed class SmallWarehouse : IDisposable
{
    public static readonly DateOnly DefaultAsOf = new(2026, 10, 31);

    static readonly ConcurrentDictionary<(string Step, int Applications, DateOnly AsOf), Lazy<SmallWarehouse>> Made = new();

    static SmallWarehouse() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var made in Made.Values) made.Value.Dispose();
    };

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
    public static SmallWarehouse Build(int applications = 6_000, DateOnly? asOf = null) =>
        Copy(Made.GetOrAdd(("build", applications, asOf ?? DefaultAsOf), made => new(() => BuildAnew(made.Applications, made.AsOf, folder: null))).Value);

    /// <summary>Published: warehouse.duckdb, published.duckdb and ministry.duckdb stand in the folder.</summary>
    public static SmallWarehouse Create(int applications = 6_000, DateOnly? asOf = null) =>
        Copy(Made.GetOrAdd(("publish", applications, asOf ?? DefaultAsOf), made => new(() => CreateAnew(made.Applications, made.AsOf))).Value);

    /// <summary>As <see cref="Create"/>, whether such a one was made before or not.</summary>
    public static SmallWarehouse CreateAnew(int applications, DateOnly? asOf = null, string? folder = null)
    {
        var small = BuildAnew(applications, asOf ?? DefaultAsOf, folder);
        Publish.Run(small.Paths, small.AsOf, force: false);
        return small;
    }

    static SmallWarehouse BuildAnew(int applications, DateOnly asOf, string? folder)
    {
        var small = FillRaw(applications, asOf, folder);
        AcikKapi.Warehouse.Build.Run(small.Paths, small.AsOf);
        Check.Run(small.Paths, small.AsOf);
        using var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf));
        warehouse.Execute(EmbeddedSql.Read(typeof(SmallWarehouse).Assembly, "Support/no_flags.sql"));
        return small;
    }

    static SmallWarehouse Copy(SmallWarehouse made)
    {
        var copy = new SmallWarehouse(made.AsOf, folder: null);
        copy.Paths.MakeFolders(copy.AsOf);
        foreach (var file in Directory.EnumerateFiles(made.Paths.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Paths.Folder, Path.GetRelativePath(made.Paths.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        if (!Directory.Exists(made.Paths.Building(made.AsOf))) Directory.Delete(copy.Paths.Building(copy.AsOf));
        return copy;
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
