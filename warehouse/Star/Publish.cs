using System.Diagnostics;
using AcikKapi.Domain;
using AcikKapi.Warehouse.Disclosure;
using AcikKapi.Warehouse.Disclosure.Audit;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>The last step that makes numbers: marts and flags → their suppressed forms; then all three files take their places.</summary>
public static class Publish
{
    /// <summary>
    /// RowsIn: rows of the marts and flags; RowsOut: rows of both releases. An as-of day before the published one is
    /// refused unless <paramref name="force"/>. Nothing of yesterday's is touched before both new files are on the disk.
    /// </summary>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, bool force = false, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        RequireBuilt(paths, asOf);
        if (!force) RequireNotOlder(paths, asOf);

        var published = PublishedRelease.Write(paths, asOf, ct);
        ct.ThrowIfCancellationRequested();
        var ministry = MinistryRelease.Write(paths, asOf, ct);
        ct.ThrowIfCancellationRequested();
        ReleaseLedger.Write(paths, asOf);
        KeptTold.Write(paths, asOf);
        EarlierNights.Keep(paths, asOf);
        PutInPlace(paths, asOf);
        return new StepResult("publish", published.RowsIn, published.RowsOut + ministry.RowsOut, clock.Elapsed);
    }

    /// <summary>The as-of day of published.duckdb, null where none is published.</summary>
    public static DateOnly? PublishedDay(WarehousePaths paths)
    {
        if (!File.Exists(paths.Published)) return null;
        using var published = DuckDb.Open(paths.Published, readOnly: true);
        using var command = published.CreateCommand();
        command.CommandText = "select data_date from pub_meta";
        return (DateOnly)command.ExecuteScalar()!;
    }

    static void RequireBuilt(WarehousePaths paths, DateOnly asOf)
    {
        var day = WarehousePaths.Name(asOf);
        if (!File.Exists(paths.BuildingWarehouse(asOf)))
            throw new UserError($"Nothing is built for {day}: run `build --as-of {day}` first.");
        using var warehouse = DuckDb.Open(paths.BuildingWarehouse(asOf), readOnly: true);
        if (warehouse.Count("select count(*) from duckdb_tables() where table_name = 'flags'") == 0)
            throw new UserError($"Nothing is flagged for {day}: run `flag --as-of {day}` first.");
    }

    /// <exception cref="UserError">A later day is published: going back must be meant.</exception>
    public static void RequireNotOlder(WarehousePaths paths, DateOnly asOf)
    {
        if (PublishedDay(paths) is { } published && published > asOf)
            throw new UserError(
                $"The published data is of {WarehousePaths.Name(published)}, which is later than {WarehousePaths.Name(asOf)}; use --force to go back.");
    }

    static void PutInPlace(WarehousePaths paths, DateOnly asOf)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        (string From, string To, UnixFileMode Mode)[] files =
        [
            (paths.BuildingWarehouse(asOf), paths.Warehouse, owner),
            (paths.BuildingMinistry(asOf), paths.Ministry, owner),
            (paths.BuildingPublished(asOf), paths.Published, owner | UnixFileMode.GroupRead),
        ];
        foreach (var (from, _, mode) in files)
        {
            DurableFile.Settle(from);
            File.SetUnixFileMode(from, mode);
        }
        foreach (var (from, to, _) in files) File.Move(from, to, overwrite: true);
        DurableFile.SyncFolder(paths.Folder);
        Directory.Delete(paths.Building(asOf), recursive: true);
    }
}
