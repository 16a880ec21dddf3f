using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Domain;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>
/// Looks for wrong rows in the star just built: every model's key, and each Checks/*.sql, a select of wrong rows as
/// (id, on_date) under the line "-- Wrong: sentence". The first that finds any stops the night; yesterday's files stay.
/// </summary>
public static partial class Check
{
    /// <summary>RowsIn: checks made; RowsOut: wrong rows, always 0. Throws <see cref="UserError"/> with what, how many, since when, which.</summary>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        if (!File.Exists(paths.BuildingWarehouse(asOf)))
            throw new UserError($"Nothing is built for {WarehousePaths.Name(asOf)}: run `build --as-of {WarehousePaths.Name(asOf)}` first.");
        using var warehouse = DuckDb.Open(paths.BuildingWarehouse(asOf), readOnly: true);
        Build.AttachSources(warehouse, paths, asOf);

        var checks = Model.InOrder.Where(m => m.Folder != "1-staging").Select(KeyCheck)
            .Concat(EmbeddedSql.Below("Checks/").Select(FileCheck)).ToList();
        foreach (var check in checks)
        {
            ct.ThrowIfCancellationRequested();
            Stop(warehouse, check);
        }
        return new StepResult("check", checks.Count, 0, clock.Elapsed);
    }

    sealed record WrongRows(string Name, string Sentence, string Select);

    static WrongRows KeyCheck(Model model)
    {
        var key = string.Join(", ", model.Key);
        var anyNull = string.Join(" or ", model.Key.Select(k => $"{k} is null"));
        return new WrongRows($"key of {model.Name}", $"{key} is not unique or is null", $"""
            select concat_ws('/', {key}) as id, null::date as on_date
            from {model.Name}
            group by {key}
            having count(*) > 1 or {anyNull}
            """);
    }

    static WrongRows FileCheck(string path)
    {
        var sql = EmbeddedSql.Read(path);
        return new WrongRows(Path.GetFileNameWithoutExtension(path), WrongLine().Match(sql).Groups[1].Value, sql);
    }

    static void Stop(DuckDBConnection warehouse, WrongRows check)
    {
        using var command = warehouse.CreateCommand();
#pragma warning disable CA2100 // the text of an embedded file
        command.CommandText = $"""
            select count(*), min(on_date)::varchar, array_to_string((list(id::varchar order by on_date, id))[1:5], ', ')
            from ({check.Select})
            """;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        row.Read();
        var wrong = row.GetInt64(0);
        if (wrong == 0) return;
        var since = row.IsDBNull(1) ? "" : $" since {row.GetString(1)}";
        throw new UserError(string.Create(CultureInfo.InvariantCulture,
            $"Check '{check.Name}' stopped the night: {check.Sentence}; {wrong} rows{since}, first: {row.GetString(2)}. What was published stays."));
    }

    [GeneratedRegex("^-- Wrong: (.+)$", RegexOptions.Multiline)]
    private static partial Regex WrongLine();
}
