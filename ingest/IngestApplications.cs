using System.Data;
using System.Diagnostics;
using AcikKapi.Domain;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>
/// Copies what is new in the intake database to raw.duckdb, under a role that reads neither identity nor plain text.
/// One snapshot there, one transaction here: whatever breaks, raw is as it was and the next load reads the same again.
/// </summary>
public static class IngestApplications
{
    /// <summary>RowsIn: rows copied out of PostgreSQL; RowsOut: rows landed. Throws <see cref="UserError"/> when it is away or both sides differ.</summary>
    public static Task<StepResult> RunAsync(NpgsqlDataSource ingestRole, WarehousePaths paths, DateOnly asOf, CancellationToken ct = default) =>
        Task.Run(() => Run(ingestRole, paths, asOf, ct), ct);

    static StepResult Run(NpgsqlDataSource ingestRole, WarehousePaths paths, DateOnly asOf, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        paths.MakeFolders(asOf);
        try
        {
            using var intake = ingestRole.OpenConnection();
            using var snapshot = intake.BeginTransaction(IsolationLevel.RepeatableRead);
            using var raw = RawStore.Open(paths);
            using var landing = raw.BeginTransaction();

            var load = Load.Begin(intake, raw, asOf);
            using var events = BeginEvents(ingestRole, intake, raw, load, ct);
            load.ReadFrom(LandedTable.Applications.Name);
            RemoveSealed.Run(intake, raw, paths);
            long rows = 0;
            foreach (var table in LandedTable.All) rows += Land(intake, raw, load, table, table == LandedTable.Events ? events : null, ct);
            landing.Commit();
            raw.Execute("checkpoint");
            return new StepResult("ingest", rows, rows, clock.Elapsed);
        }
        catch (NpgsqlException e)
        {
            throw new UserError(Explain(ingestRole, e), e);
        }
        catch (EndOfStreamException e)
        {
            throw new UserError(Explain(ingestRole, null), e);
        }
    }

    /// <summary>Of an incremental load; else null.</summary>
    static EarlyCopy? BeginEvents(NpgsqlDataSource ingestRole, NpgsqlConnection intake, DuckDBConnection raw, Load load, CancellationToken ct)
    {
        var since = load.ReadFrom(LandedTable.Events.Name);
        return since > 0 ? new EarlyCopy(ingestRole, intake, since, NewRows(raw, LandedTable.Events), ct) : null;
    }

    static long Land(NpgsqlConnection intake, DuckDBConnection raw, Load load, LandedTable table, EarlyCopy? begun, CancellationToken ct)
    {
        var since = load.ReadFrom(table.Name);
        if (since > 0)
        {
            var landed = LandNew(intake, raw, table, begun, ct);
            if (Reconcile.IsWhole(intake, raw, table, Reconcile.ProvincesOf(load.AsOf)))
            {
                load.Record(table.Name, since, landed, landed);
                return landed;
            }
            // Something went past the transaction ids: rows erased there, a file here that was set back. All of it anew.
            load.StartAt(0);
        }
        var all = LandAll(intake, raw, table, ct);
        if (!Reconcile.IsWhole(intake, raw, table, Reconcile.ProvincesOf(load.AsOf)))
            throw new UserError($"{table.Name} does not hold what the intake database holds, though it was loaded anew; nothing was loaded. Check its disk, then run `ingest` again.");
        load.Record(table.Name, 0, all, all);
        return all;
    }

    /// <summary>Straight into the table: nothing can be replaced.</summary>
    static long LandAll(NpgsqlConnection intake, DuckDBConnection raw, LandedTable table, CancellationToken ct)
    {
        raw.Execute($"delete from {table.Name}");
        var query = EmbeddedSql.Read(typeof(IngestApplications).Assembly, $"Landing/{(table == LandedTable.Events ? "raw_events_first" : table.Name)}.sql");
        return Copy(intake, query, raw, table.Name, table.Columns, ct);
    }

    /// <summary>Beside the table first: whole applications, or whatever the table is replaced by, take their old rows' place.</summary>
    static long LandNew(NpgsqlConnection intake, DuckDBConnection raw, LandedTable table, EarlyCopy? begun, CancellationToken ct)
    {
        raw.Execute($"create or replace temp table staged as select *, 0::bigint as row_sum from {table.Name} limit 0");
        Wire[] wires = [.. table.Columns, Wire.Int8];
        var copied = begun is null ? Copy(intake, NewRows(raw, table), raw, "staged", wires, ct) : Append(begun.Stream, raw, "staged", wires, ct);
        if (raw.Count(RowSum.WrongRows(raw, table)) > 0)
            throw new UserError($"{table.Name}: what arrived is not what was sent; nothing was loaded. Run `ingest` again.");

        var keys = string.Join(" and ", table.Replaces.Select(k => $"old.{k} = staged.{k}"));
        raw.Execute(table.Replaces.Length == 0
            ? $"delete from {table.Name}"
            : $"delete from {table.Name} as old using (select distinct {string.Join(", ", table.Replaces)} from staged) as staged where {keys}");
        var landed = raw.Execute($"insert into {table.Name} select * exclude (row_sum) from staged");
        return copied == landed ? landed : throw new UserError($"{table.Name}: {copied} rows were copied and {landed} landed; nothing was loaded.");
    }

    static string NewRows(DuckDBConnection raw, LandedTable table) =>
        RowSum.Added(EmbeddedSql.Read(typeof(IngestApplications).Assembly, $"Landing/{table.Name}.sql"), raw, table);

    static long Copy(NpgsqlConnection intake, string query, DuckDBConnection raw, string target, Wire[] wires, CancellationToken ct)
    {
#pragma warning disable CA2100 // the text of an embedded file
        using var copy = intake.BeginRawBinaryCopy($"copy ({query}) to stdout (format binary)");
#pragma warning restore CA2100
        using var ahead = new ReadAhead(copy, ct);
        return Append(ahead.Stream, raw, target, wires, ct);
    }

    static long Append(Stream stream, DuckDBConnection raw, string target, Wire[] wires, CancellationToken ct)
    {
        // One thread appends. A second one would spin for work on the processor that PostgreSQL needs: a third more time.
        raw.Execute("set threads = 1");
        using var chunk = new LandingChunk(raw, target == "staged" ? "temp" : null, target, wires);
        var rows = new BinaryCopy(stream).AppendAll(chunk, wires.Length, ct);
        raw.Execute("reset threads");
        return rows;
    }

    static string Explain(NpgsqlDataSource source, NpgsqlException? e)
    {
        var server = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return e is PostgresException refused && !IsShutdown(refused)
            ? $"The intake database refused the load ({refused.SqlState}); nothing was loaded."
            : $"The intake database at {server.Host}:{server.Port} cannot be reached or went away; nothing was loaded. Start it with `up`, then run `ingest` again.";
    }

    // Class 57: operator intervention, which is what a server says that is being stopped.
    static bool IsShutdown(PostgresException e) => e.SqlState.StartsWith("57P", StringComparison.Ordinal);
}
