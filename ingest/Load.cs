using System.Globalization;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>
/// One load and its watermark. A load reads every row whose transaction was not surely over at the load before: at or
/// after the oldest transaction then running. So one that commits late is read next time; what was already read is
/// read again, which changes nothing.
/// </summary>
sealed record Load(long Id, DateOnly AsOf, ulong Since, ulong Until)
{
    public bool IsFirst => Since == 0;

    /// <summary>Reads the snapshot's oldest running transaction and the last load's, and tells the queries where to start.</summary>
    public static async Task<Load> BeginAsync(NpgsqlConnection intake, DuckDBConnection raw, DateOnly asOf, CancellationToken ct)
    {
        var until = await OldestRunningAsync(intake, ct);
        using var command = raw.CreateCommand();
        command.CommandText = "select coalesce(max(load_id), 0), coalesce(arg_max(xmin_to, load_id), 0) from raw_loads";
        using var row = command.ExecuteReader();
        row.Read();
        var (id, since) = (row.GetInt64(0) + 1, row.GetFieldValue<ulong>(1));
        if (since > until)
        {
            // The counter went back: another server, or one restored from a backup. Its numbers mean nothing here.
            foreach (var table in LandedTable.All) raw.Execute($"delete from {table.Name}");
            since = 0;
        }
        await using var set = new NpgsqlCommand("select set_config('ingest.since', $1, true)", intake);
        set.Parameters.Add(new() { Value = since.ToString(CultureInfo.InvariantCulture) });
        await set.ExecuteNonQueryAsync(ct);
        return new Load(id, asOf, since, until);
    }

    /// <summary>A line of the ledger; the first one of a load that commits moves the watermark.</summary>
    public void Record(DuckDBConnection raw, string table, long rowsOut, long rowsIn)
    {
        using var command = raw.CreateCommand();
        command.CommandText = "insert into raw_loads values ($1, $2, now(), $3, $4, $5, $6, $7)";
        foreach (var value in (object[])[Id, AsOf, Since, Until, table, rowsOut, rowsIn])
            command.Parameters.Add(new DuckDBParameter(value));
        command.ExecuteNonQuery();
    }

    static async Task<ulong> OldestRunningAsync(NpgsqlConnection intake, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_snapshot_xmin(pg_current_snapshot())::text", intake);
        return ulong.Parse((string)(await command.ExecuteScalarAsync(ct))!, CultureInfo.InvariantCulture);
    }
}
