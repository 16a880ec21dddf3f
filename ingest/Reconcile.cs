using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>Whether both sides hold the same, in the snapshot that was loaded: column by column of what came, by rows and sums of keys of the whole.</summary>
static class Reconcile
{
    /// <summary>The first column in which the rows that the query selects are not those that were staged; null where all are.</summary>
    /// <remarks>A column's fingerprint: how many values, and their sum (of texts: of their bytes).</remarks>
    public static async Task<string?> DifferingColumnAsync(NpgsqlConnection intake, string query, DuckDBConnection raw, string staged, LandedTable table, CancellationToken ct)
    {
        var names = Row(raw, $"select string_agg(column_name, ',' order by column_index) from duckdb_columns() where table_name = '{table.Name}'")[0].Split(',');
        var there = await RowAsync(intake, $"select {Fingerprints(Quoted(names), table.Columns, Intake)} from ({query}) as q ({Quoted(names, ", ")})", ct);
        var here = Row(raw, $"select {Fingerprints(Quoted(names), table.Columns, Landed)} from {staged}");
        var differing = Enumerable.Range(0, names.Length).Where(i => there[i] != here[i]).ToList();
        return differing.Count == 0 ? null : names[differing[0]];
    }

    /// <summary>Whether the whole table holds what the intake has. Of the large tables only: the small ones are replaced each night.</summary>
    public static async Task<bool> IsWholeAsync(NpgsqlConnection intake, DuckDBConnection raw, LandedTable table, CancellationToken ct)
    {
        if (table.Keys.Length == 0) return true;
        var there = await RowAsync(intake, EmbeddedSql.Read(typeof(Reconcile).Assembly, $"Landing/total_{table.Name}.sql"), ct);
        var sums = string.Concat(table.Keys.Select(key => $", coalesce(sum({key}), 0)::varchar"));
        return Row(raw, $"select count(*)::varchar{sums} from {table.Name}").SequenceEqual(there, StringComparer.Ordinal);
    }

    static string Fingerprints(IEnumerable<string> names, Wire[] wires, Func<Wire, string, string> number) =>
        string.Join(", ", names.Zip(wires, (name, wire) => $"concat(count({name}), '/', coalesce(sum({number(wire, name)}), 0))"));

    static string Intake(Wire wire, string column) => wire switch
    {
        Wire.Int2 or Wire.Int4 or Wire.Int8 => column,
        Wire.Date => $"({column} - date '2000-01-01')",
        Wire.Instant => $"(extract(epoch from {column}) * 1000000)::bigint",
        Wire.TextArray => $"cardinality({column})",
        _ => $"octet_length({column})",
    };

    static string Landed(Wire wire, string column) => wire switch
    {
        Wire.Int2 or Wire.Int4 or Wire.Int8 => column,
        Wire.Date => $"({column} - date '2000-01-01')",
        Wire.Instant => $"epoch_us({column})",
        Wire.TextArray => $"if({column} = '', 0, len(string_split({column}, '|')))",
        Wire.Hex => $"strlen({column}) // 2",
        _ => $"strlen({column})",
    };

    static IEnumerable<string> Quoted(string[] names) => names.Select(name => $"\"{name}\"");

    static string Quoted(string[] names, string between) => string.Join(between, Quoted(names));

    static async Task<string[]> RowAsync(NpgsqlConnection intake, string sql, CancellationToken ct)
    {
#pragma warning disable CA2100 // embedded files, and the columns of a landing table
        await using var command = new NpgsqlCommand(sql, intake) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return [.. Enumerable.Range(0, row.FieldCount).Select(row.GetString)];
    }

    static string[] Row(DuckDBConnection raw, string sql)
    {
        using var command = raw.CreateCommand();
#pragma warning disable CA2100 // as above
        command.CommandText = sql;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        row.Read();
        return [.. Enumerable.Range(0, row.FieldCount).Select(row.GetString)];
    }
}
