using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>The star, made anew: raw rows known at the end of the day → staging → dimensions → facts → marts.</summary>
public static class Build
{
    // Windows and joins over ten times as many rows no longer fit the processor's caches nor the memory they may use: they took two
    // fifths more time and half as much memory again.
    const int MostAPart = 1_000_000;

    /// <summary>Writes building/AS-OF/warehouse.duckdb. RowsIn: applications in raw; RowsOut: applications of the star.</summary>
    /// <param name="mostAPart">Applications of which the facts are made at a time.</param>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, CancellationToken ct = default, int mostAPart = MostAPart)
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
        var parts = PartsOf(warehouse, mostAPart);
        foreach (var model in Model.InOrder) Make(warehouse, model, parts, ct);

        var rowsIn = warehouse.Count("select count(*) from raw.raw_applications");
        var rowsOut = warehouse.Count("select count(*) from fct_applications");
        warehouse.Execute("detach raw; checkpoint;");
        return new StepResult("build", rowsIn, rowsOut, clock.Elapsed);
    }

    static void Make(DuckDBConnection warehouse, Model model, IReadOnlyList<(long From, long To)> parts, CancellationToken ct)
    {
        // Staging repeats raw row for row: only looked through, never stored a second time.
        var create = $"create {(model.Folder == "1-staging" ? "temp view" : "table")} {model.Name} as";
        // Of a part the optimizer expects a few rows and builds hash tables of the whole part: joins are done as they are written.
        warehouse.Execute(model.IsMadeInParts ? "set disabled_optimizers = 'join_order,build_side_probe_side'" : "reset disabled_optimizers");
        foreach (var (from, to) in model.IsMadeInParts ? parts : parts.Take(1))
        {
            ct.ThrowIfCancellationRequested();
            warehouse.Execute($"set variable part_from = '{from}'::bigint; set variable part_to = '{to}'::bigint;");
            warehouse.Execute($"{create}\n{model.Select}");
            create = $"insert into {model.Name}";
        }
    }

    /// <summary>
    /// Ranges of application numbers, each of about as many as are made at a time; one where there are few or none. The first and
    /// the last are open: an event without an application is in one of them too, where the checks find it. By quantiles: numbers of
    /// tip-offs are drawn at random, far above all others.
    /// </summary>
    static List<(long From, long To)> PartsOf(DuckDBConnection warehouse, int mostAPart)
    {
        var count = warehouse.Count("select count(*) from raw.raw_applications") / mostAPart + 1;
        var shares = string.Join(", ", Enumerable.Range(1, (int)count - 1).Select(part => ((double)part / count).ToString(CultureInfo.InvariantCulture)));
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // numbers
        command.CommandText = $"select distinct unnest(quantile_disc(application_id, [{shares}]::double[])) as last from raw.raw_applications order by last";
#pragma warning restore CA2100
        using var lasts = command.ExecuteReader();
        List<(long From, long To)> parts = [];
        var from = long.MinValue;
        for (; count > 1 && lasts.Read(); from = parts[^1].To + 1) parts.Add((from, lasts.GetInt64(0)));
        return [.. parts, (from, long.MaxValue)];
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
