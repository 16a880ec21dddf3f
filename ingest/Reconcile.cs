using System.Data.Common;
using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>Whether both sides hold the same rows in the snapshot that was loaded, by how many and the sums of their keys.</summary>
static class Reconcile
{
    const int Nights = 14;

    /// <summary>
    /// Rows and sums of keys that the intake has of these provinces, to be landed. Nothing of the small tables: they are replaced each
    /// night.
    /// </summary>
    public static string[] TotalsThere(NpgsqlConnection intake, LandedTable table, IEnumerable<int> provinces)
    {
        if (table.Keys.Length == 0) return [];
        Row(intake, $"select set_config('ingest.provinces', '{List(provinces)}', true)");
        return Row(intake, EmbeddedSql.Read(typeof(Reconcile).Assembly, $"Landing/total_{table.Name}.sql"));
    }

    /// <summary>The same of raw.</summary>
    public static string[] TotalsHere(DuckDBConnection raw, LandedTable table, IEnumerable<int> provinces)
    {
        if (table.Keys.Length == 0) return [];
        var sums = string.Concat(table.Keys.Select(key => $", coalesce(sum({key}), 0)::varchar"));
        return Row(raw, $"select count(*)::varchar{sums} from {table.Name} where province_code in ({List(provinces)})");
    }

    /// <summary>A part of the provinces each night, so that two weeks compare them all: counting every key each night would cost more than loading what is new.</summary>
    public static IEnumerable<int> ProvincesOf(DateOnly night) => Vocabulary.Current.Provinces.Select(p => p.Code).Where(p => p % Nights == night.DayNumber % Nights);

    static string List(IEnumerable<int> provinces) => string.Join(',', provinces.Select(p => p.ToString(CultureInfo.InvariantCulture)));

    static string[] Row(DbConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // embedded files, and the columns of a landing table
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        using var row = command.ExecuteReader();
        row.Read();
        return [.. Enumerable.Range(0, row.FieldCount).Select(row.GetString)];
    }
}
