using System.Data;
using System.Globalization;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>
/// A connection to the intake and one to raw, on which tables are landed one after another. Two lanes see the same snapshot and
/// land different tables at the same time: one alone left a fifth of two processors idle.
/// </summary>
sealed class Lane : IDisposable
{
    readonly NpgsqlTransaction snapshot;
    readonly DuckDBTransaction landing;

    /// <param name="lead">Whose snapshot is shared; it ends after this one.</param>
    public Lane(NpgsqlDataSource ingestRole, WarehousePaths paths, Lane? lead = null)
    {
        Intake = ingestRole.OpenConnection();
        snapshot = Intake.BeginTransaction(IsolationLevel.RepeatableRead);
        if (lead is not null) Execute($"set transaction snapshot '{lead.ExportSnapshot()}'");
        // Helpers of PostgreSQL's took twice as long for the totals as one process by itself: the other lane needs the processor.
        Execute("set local max_parallel_workers_per_gather = 0");
        Raw = RawStore.Open(paths);
        landing = Raw.BeginTransaction();
    }

    public NpgsqlConnection Intake { get; }

    public DuckDBConnection Raw { get; }

    /// <summary>Tells the landing queries from which transaction on to read.</summary>
    public void ReadFrom(ulong since) => Execute($"set local ingest.since = '{since.ToString(CultureInfo.InvariantCulture)}'");

    public void Commit() => landing.Commit();

    /// <summary>What was not committed has not happened.</summary>
    public void Dispose()
    {
        landing.Dispose();
        Raw.Dispose();
        snapshot.Dispose();
        Intake.Dispose();
    }

    string ExportSnapshot()
    {
        using var export = new NpgsqlCommand("select pg_export_snapshot()", Intake);
        return (string)export.ExecuteScalar()!;
    }

    void Execute(string sql)
    {
#pragma warning disable CA2100 // a number, or an id that PostgreSQL made
        using var command = new NpgsqlCommand(sql, Intake);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
