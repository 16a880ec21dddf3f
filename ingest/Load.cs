using System.Globalization;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>
/// One load and its ledger. A load reads every row whose transaction was not surely over at the load before: at or
/// after the oldest transaction then running. So one that commits late is read next time; what was already read is
/// read again, which changes nothing.
/// </summary>
sealed class Load
{
    readonly NpgsqlConnection intake;
    readonly DuckDBConnection raw;
    readonly long id;
    readonly ulong until;
    readonly string source;

    Load(NpgsqlConnection intake, DuckDBConnection raw, DateOnly asOf, long id, ulong until, string source) =>
        (this.intake, this.raw, AsOf, this.id, this.until, this.source) = (intake, raw, asOf, id, until, source);

    public DateOnly AsOf { get; }

    /// <summary>Forgets what is landed where it came from another database, or from this one before it was set back.</summary>
    public static Load Begin(NpgsqlConnection intake, DuckDBConnection raw, DateOnly asOf)
    {
#pragma warning disable CA2100 // the text of an embedded file
        using var command = new NpgsqlCommand(EmbeddedSql.Read(typeof(Load).Assembly, "Landing/snapshot.sql"), intake);
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        row.Read();
        var (until, source) = (ulong.Parse(row.GetString(0), CultureInfo.InvariantCulture), row.GetString(1));

        var foreign = raw.Count($"select count(*) from raw_loads where xmin_to > {Text(until)} or source <> {DuckDb.Quote(source)}");
        if (foreign > 0)
        {
            foreach (var table in LandedTable.All) raw.Execute($"delete from {table.Name}");
            raw.Execute("delete from raw_loads");
        }
        return new Load(intake, raw, asOf, raw.Count("select coalesce(max(load_id), 0) + 1 from raw_loads"), until, source);
    }

    /// <summary>
    /// Tells the queries from which transaction on to read a table: the end of what its lines in the ledger cover without a gap.
    /// 0, and so everything, where it has no line yet.
    /// </summary>
    public ulong ReadFrom(string table)
    {
        var since = (ulong)raw.Count(EmbeddedSql.Read(typeof(Load).Assembly, "covered_until.sql").Replace("$table", DuckDb.Quote(table), StringComparison.Ordinal));
        StartAt(since);
        return since;
    }

    public void StartAt(ulong since)
    {
        using var set = new NpgsqlCommand("select set_config('ingest.since', $1, true)", intake);
        set.Parameters.Add(new() { Value = Text(since) });
        set.ExecuteNonQuery();
    }

    /// <summary>A line of the ledger: this table is now covered up to the snapshot.</summary>
    public void Record(string table, ulong since, long rowsOut, long rowsIn)
    {
        using var command = raw.CreateCommand();
        command.CommandText = "insert into raw_loads values ($1, $2, now(), $3, $4, $5, $6, $7, $8)";
        foreach (var value in (object[])[id, AsOf, since, until, table, rowsOut, rowsIn, source])
            command.Parameters.Add(new DuckDBParameter(value));
        command.ExecuteNonQuery();
    }

    static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
