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
    /// Whether the table holds what the intake has of these provinces, all of it. Of the large tables only: the small ones are
    /// replaced each night.
    /// </summary>
    public static bool IsWhole(NpgsqlConnection intake, DuckDBConnection raw, LandedTable table, IEnumerable<int> provinces)
    {
        if (table.Keys.Length == 0) return true;
        var list = string.Join(',', provinces.Select(p => p.ToString(CultureInfo.InvariantCulture)));
        Row(intake, $"select set_config('ingest.provinces', '{list}', true)");
        var there = Row(intake, EmbeddedSql.Read(typeof(Reconcile).Assembly, $"Landing/total_{table.Name}.sql"));
        var sums = string.Concat(table.Keys.Select(key => $", coalesce(sum({key}), 0)::varchar"));
        return Row(raw, $"select count(*)::varchar{sums} from {table.Name} where province_code in ({list})").SequenceEqual(there, StringComparer.Ordinal);
    }

    /// <summary>A part of the provinces each night, so that two weeks compare them all: counting every key each night would cost more than loading what is new.</summary>
    public static IEnumerable<int> ProvincesOf(DateOnly night) => Vocabulary.Current.Provinces.Select(p => p.Code).Where(p => p % Nights == night.DayNumber % Nights);

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
