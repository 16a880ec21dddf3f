using System.Data;
using AcikKapi.Warehouse;
using Dapper;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>The questions that stand beside the detectors, and their answers row by row.</summary>
static class Embedded
{
    public static string Sql(string name) => EmbeddedSql.Read(typeof(Embedded).Assembly, $"Detection/{name}.sql");

    public static List<T> Rows<T>(this DuckDBConnection warehouse, string sql, Func<IDataReader, T> make, object? parameters = null)
    {
        using var reader = warehouse.ExecuteReader(sql, parameters);
        List<T> rows = [];
        while (reader.Read()) rows.Add(make(reader));
        return rows;
    }

    public static string? Text(this IDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? Whole(this IDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    /// <summary>First and last day of what is judged.</summary>
    public static void SetWindow(this DuckDBConnection warehouse, DateOnly from, DateOnly until)
    {
        warehouse.Execute($"set variable from_on = {DuckDb.Literal(from)}");
        warehouse.Execute($"set variable until_on = {DuckDb.Literal(until)}");
    }
}
