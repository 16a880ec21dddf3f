using System.Diagnostics;
using AcikKapi.Domain;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>The star, made anew: raw rows known at the end of the day → staging → dimensions → facts → marts.</summary>
public static class Build
{
    /// <summary>Writes building/AS-OF/warehouse.duckdb. RowsIn: applications in raw; RowsOut: applications of the star.</summary>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        if (!File.Exists(paths.Raw))
            throw new UserError("The warehouse has no rows yet: run `ingest` first.");
        paths.MakeFolders(asOf);
        DeleteDatabase(paths.BuildingWarehouse(asOf));

        using var warehouse = DuckDb.Open(paths.BuildingWarehouse(asOf));
        LoadReference.Run(warehouse);
        AttachSources(warehouse, paths, asOf);
        foreach (var types in EmbeddedSql.Below("Types/")) warehouse.Execute(EmbeddedSql.Read(types));
        foreach (var model in Model.InOrder)
        {
            ct.ThrowIfCancellationRequested();
            // Staging repeats raw row for row: only looked through, never stored a second time.
            var kind = model.Folder == "1-staging" ? "temp view" : "table";
            warehouse.Execute($"create {kind} {model.Name} as\n{model.Select}");
        }

        var rowsIn = warehouse.Count("select count(*) from raw.raw_applications");
        var rowsOut = warehouse.Count("select count(*) from fct_applications");
        warehouse.Execute("detach raw; checkpoint;");
        return new StepResult("build", rowsIn, rowsOut, clock.Elapsed);
    }

    /// <summary>What models and checks may read besides their own tables: raw, kept labels, and the as-of day.</summary>
    public static void AttachSources(DuckDBConnection warehouse, WarehousePaths paths, DateOnly asOf)
    {
        warehouse.Execute($"attach {DuckDb.Quote(paths.Raw)} as raw (read_only)");
        warehouse.Execute($"set variable as_of = {DuckDb.Literal(asOf)}");
        foreach (var function in EmbeddedSql.Below("Functions/")) warehouse.Execute(EmbeddedSql.Read(function));
        warehouse.Execute(KeptLabels(paths));
    }

    static string KeptLabels(WarehousePaths paths)
    {
        var files = Directory.Exists(paths.Labels) ? Directory.GetFiles(paths.Labels, "*.parquet") : [];
        var rows = files.Length == 0
            ? "select null::smallint as province_code, null::bigint as application_id, null::varchar as type_code, "
                + "null::double as confidence, null::varchar as model_version, null::date as labelled_on where false"
            : $"select * from read_parquet({DuckDb.Quote(Path.Combine(paths.Labels, "*.parquet"))}, union_by_name = true)";
        return $"create or replace temp view kept_labels as {rows}";
    }

    internal static void DeleteDatabase(string path)
    {
        File.Delete(path);
        File.Delete(path + ".wal");
    }
}
