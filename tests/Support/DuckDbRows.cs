using System.Globalization;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Tests.Support;

public static class DuckDbRows
{
    /// <summary>Rows as texts, columns joined by a space, null as ∅, dates as 2026-10-31.</summary>
    public static string[] Read(string file, string sql)
    {
        using var connection = DuckDb.Open(file, readOnly: true);
        return Read(connection, sql);
    }

    public static string[] Read(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a test's own text
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        List<string> texts = [];
        while (rows.Read())
            texts.Add(string.Join(' ', Enumerable.Range(0, rows.FieldCount).Select(i => Text(rows.IsDBNull(i) ? null : rows.GetValue(i)))));
        return [.. texts];
    }

    static string Text(object? value) => value switch
    {
        null => "∅",
        DateOnly day => WarehousePaths.Name(day),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
