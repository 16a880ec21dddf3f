using System.Globalization;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Ingest;

/// <summary>
/// A checksum both databases can work out: of each row the sum of its columns as numbers (of a text its bytes, of a time its
/// microseconds), each times its place and a null as 1, so that neither a lost value nor two exchanged columns stay unseen.
/// PostgreSQL sends it behind each row, which spares it a second look at them.
/// </summary>
static class RowSum
{
    /// <summary>The landing query with one column more, a bigint.</summary>
    public static string Added(string query, DuckDBConnection raw, LandedTable table)
    {
        var columns = Columns(raw, table);
        return $"select q.*, {Sum(columns, table.Columns, InPostgres)} from ({query}) as q ({string.Join(", ", columns)})";
    }

    /// <summary>Counts the staged rows whose sum is not the one that was sent behind them.</summary>
    public static string WrongRows(DuckDBConnection raw, LandedTable table) =>
        $"select count(*) from staged where row_sum is distinct from {Sum(Columns(raw, table), table.Columns, InDuckDb)}";

    static string[] Columns(DuckDBConnection raw, LandedTable table)
    {
        using var command = raw.CreateCommand();
        command.CommandText = "select column_name from duckdb_columns() where table_name = $1 order by column_index";
        command.Parameters.Add(new DuckDBParameter(table.Name));
        using var rows = command.ExecuteReader();
        var names = new List<string>();
        while (rows.Read()) names.Add($"\"{rows.GetString(0)}\"");
        return [.. names];
    }

    static string Sum(string[] columns, Wire[] wires, Func<Wire, string, string> number) =>
        string.Join(" + ", columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} * coalesce(({number(wires[i], column)})::bigint, 1)")));

    static string InPostgres(Wire wire, string column) => wire switch
    {
        Wire.Int2 or Wire.Int4 or Wire.Int8 => column,
        Wire.Date => $"{column} - date '2000-01-01'",
        Wire.Instant => $"extract(epoch from {column}) * 1000000",
        Wire.TextArray => $"cardinality({column})",
        _ => $"octet_length({column})",
    };

    static string InDuckDb(Wire wire, string column) => wire switch
    {
        Wire.Int2 or Wire.Int4 or Wire.Int8 => column,
        Wire.Date => $"{column} - date '2000-01-01'",
        Wire.Instant => $"epoch_us({column})",
        Wire.TextArray => $"if({column} = '', 0, len(string_split({column}, '|')))",
        Wire.Hex => $"strlen({column}) // 2",
        _ => $"strlen({column})",
    };
}
