using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>
/// The star as Parquet, partitioned by province and year, for engines of others: coarsened (P18) and without pseudonyms; or, for
/// the inside only, exact: then the owner's alone, and each export is noted in kept/exports.log.
/// </summary>
public static class ExportLake
{
    /// <summary>P18: the fewest that share a combination, for staff.</summary>
    public const int Enough = 5;

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // dim_demographic and dim_officer stay: rare combinations and pseudonyms are fingerprints.
    static readonly string[] OpenDimensions = ["dim_date", "dim_province", "dim_district", "dim_unit", "dim_bureau", "dim_type", "dim_channel", "dim_kind"];

    /// <summary>RowsIn: applications of the star; RowsOut: rows written. Throws <see cref="UserError"/> where nothing is built or the folder holds something.</summary>
    public static StepResult Run(WarehousePaths paths, string folder, bool isInternal, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        if (!File.Exists(paths.Warehouse)) throw new UserError("There is no warehouse yet: run `nightly` first.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new UserError($"{folder} is not empty: name a new folder.");
        var beside = folder.TrimEnd('/') + ".new";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside, OwnerOnly);
        try
        {
            long rows;
            using (var warehouse = DuckDb.Open(paths.Warehouse, readOnly: true))
                rows = isInternal ? WriteExact(warehouse, beside, ct) : WriteCoarsened(warehouse, beside, ct);
            if (Directory.Exists(folder)) Directory.Delete(folder);
            Directory.Move(beside, folder);
            if (isInternal) Note(paths, folder, rows);
            using var counted = DuckDb.Open(paths.Warehouse, readOnly: true);
            return new StepResult("lake", counted.Count("select count(*) from fct_applications"), rows, clock.Elapsed);
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    static long WriteCoarsened(DuckDBConnection warehouse, string folder, CancellationToken ct)
    {
        var select = EmbeddedSql.Read("Lake/coarsened.sql").Replace("{enough}", Enough.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var rows = warehouse.Execute($"copy ({select}) to {DuckDb.Quote(Path.Combine(folder, "applications"))} (format parquet, partition_by (province_code, year))");
        foreach (var dimension in OpenDimensions) Write(warehouse, dimension, folder, ct);
        return rows;
    }

    static long WriteExact(DuckDBConnection warehouse, string folder, CancellationToken ct)
    {
        long rows = 0;
        foreach (var model in Model.InOrder.Where(m => m.Folder is "2-dimensions" or "3-facts"))
            rows += Write(warehouse, model.Name, folder, ct, model.Key.Contains("province_code", StringComparer.Ordinal) && model.Folder == "3-facts");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)) File.SetUnixFileMode(below, OwnerOnly);
        return rows;
    }

    static long Write(DuckDBConnection warehouse, string table, string folder, CancellationToken ct, bool byProvince = false)
    {
        ct.ThrowIfCancellationRequested();
        return byProvince
            ? warehouse.Execute($"copy (from {table}) to {DuckDb.Quote(Path.Combine(folder, table))} (format parquet, partition_by (province_code))")
            : warehouse.Execute($"copy (from {table}) to {DuckDb.Quote(Path.Combine(folder, table + ".parquet"))} (format parquet)");
    }

    static void Note(WarehousePaths paths, string folder, long rows)
    {
        var log = Path.Combine(paths.Kept, "exports.log");
        var isNew = !File.Exists(log);
        File.AppendAllText(log, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'}\tlake --internal\t{Environment.UserName}\t{folder}\t{rows} rows\n"));
        if (isNew) File.SetUnixFileMode(log, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
