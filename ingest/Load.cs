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
    readonly long id;
    readonly ulong until;
    readonly string source;
    readonly IReadOnlyDictionary<LandedTable, ulong> since;

    Load(DateOnly asOf, long id, ulong until, string source, IReadOnlyDictionary<LandedTable, ulong> since) =>
        (AsOf, this.id, this.until, this.source, this.since) = (asOf, id, until, source, since);

    public DateOnly AsOf { get; }

    /// <summary>Forgets what the ledger says of another database, or of this one before it was set back: all is landed anew.</summary>
    public static Load Begin(Lane lane, DateOnly asOf)
    {
#pragma warning disable CA2100 // the text of an embedded file
        using var command = new NpgsqlCommand(EmbeddedSql.Read(typeof(Load).Assembly, "Landing/snapshot.sql"), lane.Intake);
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        row.Read();
        var (until, source) = (ulong.Parse(row.GetString(0), CultureInfo.InvariantCulture), row.GetString(1));

        var raw = lane.Raw;
        var isForeign = raw.Count($"select count(*) from raw_loads where xmin_to > {until.ToString(CultureInfo.InvariantCulture)} or source <> {DuckDb.Quote(source)}") > 0;
        if (isForeign) raw.Execute("delete from raw_loads");
        return new Load(asOf, raw.Count("select coalesce(max(load_id), 0) + 1 from raw_loads"), until, source,
            LandedTable.All.ToDictionary(table => table, table => CoveredUntil(raw, table)));
    }

    /// <summary>
    /// From which transaction on a table is to be read: the end of what its lines in the ledger cover without a gap. 0, and so
    /// everything, where it has no line yet.
    /// </summary>
    public ulong Since(LandedTable table) => since[table];

    /// <summary>A line of the ledger, in the transaction of the rows it tells of: this table is now covered up to the snapshot.</summary>
    public void Record(DuckDBConnection raw, LandedTable table, ulong since, long rows)
    {
        using var command = raw.CreateCommand();
        command.CommandText = "insert into raw_loads values ($1, $2, now(), $3, $4, $5, $6, $7, $8)";
        foreach (var value in (object[])[id, AsOf, since, until, table.Name, rows, rows, source])
            command.Parameters.Add(new DuckDBParameter(value));
        command.ExecuteNonQuery();
    }

    static ulong CoveredUntil(DuckDBConnection raw, LandedTable table) =>
        (ulong)raw.Count(EmbeddedSql.Read(typeof(Load).Assembly, "covered_until.sql").Replace("$table", DuckDb.Quote(table.Name), StringComparison.Ordinal));
}
