using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Domain;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>A table a number passed through on its way.</summary>
/// <param name="File">Where it is made, from the project's root; of a landed table the file that says its shape.</param>
/// <param name="Snapshot">Of a landed table: the load it stands for, and the transactions that were in it.</param>
/// <param name="Lines">Of the file, where the column stands: "12: sum(received) as received".</param>
/// <param name="Reads">Empty where it was told of above already.</param>
public sealed record Origin(string Table, string File, string? Grain, string? Snapshot, IReadOnlyList<string> Lines, IReadOnlyList<Origin> Reads);

/// <param name="SnapshotId">The day, and the sum of what the facts hold.</param>
public sealed record Explanation(string DataDate, string SnapshotId, Origin Origin);

/// <summary>Where a published number comes from: mart → model file → landed rows → snapshot of the intake database.</summary>
public static partial class Explain
{
    /// <param name="asked">pub_types, mart_types, fct_applications …, with .column or without.</param>
    /// <exception cref="UserError">Nothing is published, or there is no such table or column.</exception>
    public static Explanation Run(WarehousePaths paths, string asked)
    {
        if (!File.Exists(paths.Published)) throw new UserError("Nothing is published yet: run `nightly` first.");
        var (table, column) = asked.Split('.', 2) is [var t, var c] ? (t, c) : (asked, null);
        var known = Known();
        if (!known.ContainsKey(table)) throw new UserError($"There is no table '{table}'; there are {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
        if (column is not null) RequireColumn(paths, table, column);
        using var published = DuckDb.Open(paths.Published, readOnly: true);
        var meta = Row(published, "select data_date::varchar, snapshot_id from pub_meta");
        using var raw = File.Exists(paths.Raw) ? DuckDb.Open(paths.Raw, readOnly: true) : null;
        return new Explanation(meta[0], meta[1], Trace(table, column, known, raw, []));
    }

    sealed record Source(string File, string Sql, string? Grain);

    /// <summary>All tables that a file of this project makes. A table of both releases is explained by the provinces' one.</summary>
    static Dictionary<string, Source> Known()
    {
        var sources = EmbeddedSql.Below("Disclosure/Ministry/").Concat(EmbeddedSql.Below("Disclosure/Published/")).Concat(EmbeddedSql.Below("Disclosure/Both/")).Concat(EmbeddedSql.Below("Raw/")).Append("Disclosure/pub_meta.sql")
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal)
            .ToDictionary(files => files.Key, files => new Source("warehouse/Star/" + files.Last(), EmbeddedSql.Read(files.Last()), null), StringComparer.Ordinal);
        foreach (var model in Model.InOrder) sources[model.Name] = new Source($"warehouse/Star/Models/{model.Folder}/{model.Name}.sql", model.Select, model.Grain);
        return sources;
    }

    static Origin Trace(string table, string? column, Dictionary<string, Source> known, DuckDBConnection? raw, HashSet<string> told)
    {
        var source = known[table];
        var isNew = told.Add(table);
        var reads = !isNew ? [] : Words().Matches(source.Sql).Select(m => m.Value).Distinct(StringComparer.Ordinal)
            .Where(name => name != table && known.ContainsKey(name)).Select(name => Trace(name, column, known, raw, told)).ToList();
        var snapshot = table.StartsWith("raw_", StringComparison.Ordinal) && raw is not null ? LastLoad(raw, table) : null;
        return new Origin(table, source.File, source.Grain, snapshot, column is null || !isNew ? [] : Lines(source.Sql, column), reads);
    }

    static List<string> Lines(string sql, string column) =>
        [.. sql.Split('\n').Select((line, i) => (Text: line.Trim(), No: i + 1)).Where(l => !l.Text.StartsWith("--", StringComparison.Ordinal) && Regex.IsMatch(l.Text, $@"\b{Regex.Escape(column)}\b"))
            .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.No}: {l.Text}"))];

    static string? LastLoad(DuckDBConnection raw, string table)
    {
        var row = Row(raw, $"select load_id::varchar, as_of::varchar, strftime(loaded_at, '%Y-%m-%d %H:%M:%SZ'), xmin_from::varchar, xmin_to::varchar, rows_in::varchar from raw_loads where table_name = '{table}' order by load_id desc limit 1");
        return row.Count == 0 ? null : $"load {row[0]} as of {row[1]}, at {row[2]}, transactions {row[3]} to {row[4]}, {row[5]} rows";
    }

    static void RequireColumn(WarehousePaths paths, string table, string column)
    {
        var file = table.StartsWith("pub_", StringComparison.Ordinal) ? paths.Published : table.StartsWith("raw_", StringComparison.Ordinal) ? paths.Raw : paths.Warehouse;
        if (!File.Exists(file) || table.StartsWith("stg_", StringComparison.Ordinal)) return; // staging is gone after the build
        using var database = DuckDb.Open(file, readOnly: true);
        using var command = database.CreateCommand();
        command.CommandText = "select column_name from duckdb_columns() where table_name = $1 order by column_index";
        command.Parameters.Add(new DuckDBParameter(table));
        using var rows = command.ExecuteReader();
        var columns = new List<string>();
        while (rows.Read()) columns.Add(rows.GetString(0));
        if (columns.Count > 0 && !columns.Contains(column, StringComparer.Ordinal)) throw new UserError($"{table} has no column '{column}'; it has {string.Join(", ", columns)}.");
    }

    static List<string> Row(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // a table of Known only
        command.CommandText = sql;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        return row.Read() ? [.. Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) ?? "")] : [];
    }

    [GeneratedRegex(@"\b(pub|mart|fct|dim|stg|raw)_[a-z_]+\b")]
    private static partial Regex Words();
}
