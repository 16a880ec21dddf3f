using System.Data.Common;
using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>
/// How many rows both sides hold in the snapshot that was loaded, and the sums of their keys. Of the large tables only: the small ones
/// are replaced each night. A part of them each night, so that two weeks compare them all: counting every key each night would cost
/// more than loading what is new. Blocks of application numbers, so that every night counts as much; provinces differ hundredfold.
/// </summary>
static class Reconcile
{
    const int Nights = 14, Block = 50_000;

    /// <summary>What the intake has of tonight's blocks, to be landed.</summary>
    public static string[] TotalsThere(NpgsqlConnection intake, LandedTable table, DateOnly night)
    {
        if (table.Keys.Length == 0) return [];
        var provinces = string.Join(',', Vocabulary.Current.Provinces.Select(p => p.Code));
        Row(intake, string.Create(CultureInfo.InvariantCulture, $"""
            select set_config('ingest.provinces', '{provinces}', true), set_config('ingest.block', '{Block}', true),
              set_config('ingest.parts', '{Nights}', true), set_config('ingest.part', '{night.DayNumber % Nights}', true)
            """));
        return Row(intake, EmbeddedSql.Read(typeof(Reconcile).Assembly, $"Landing/total_{table.Name}.sql"));
    }

    /// <summary>What raw has of them.</summary>
    public static string[] TotalsHere(DuckDBConnection raw, LandedTable table, DateOnly night)
    {
        if (table.Keys.Length == 0) return [];
        var sums = string.Concat(table.Keys.Select(key => $", coalesce(sum({key}), 0)::varchar"));
        return Row(raw, string.Create(CultureInfo.InvariantCulture,
            $"select count(*)::varchar{sums} from {table.Name} where application_id // {Block} % {Nights} = {night.DayNumber % Nights}"));
    }

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
