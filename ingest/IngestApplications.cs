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
            using var lead = new Lane(ingestRole, paths);
            using var beside = new Lane(ingestRole, paths, lead);
            var load = Load.Begin(lead, asOf);
            // A second thread a lane would spin for work on a processor that the other lane or PostgreSQL needs.
            lead.Raw.Execute("set threads = 1");
            var rows = SideBySide(ct,
                stop => LandedTable.All.Where(table => table != LandedTable.Events).Sum(table => Land(lead, load, table, paths, stop)),
                stop => Land(beside, load, LandedTable.Events, paths, stop));
            lead.Raw.Execute("reset threads");
            // Each table's line in the ledger is committed with its rows: should only one of these happen, the next load goes on from there.
            beside.Commit();
            lead.Commit();
            lead.Raw.Execute("checkpoint");
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

    /// <summary>The sum of both. Waits for both: what breaks one stops the other.</summary>
    static long SideBySide(CancellationToken ct, params Func<CancellationToken, long>[] lanes)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var landing = Task.WhenAll(lanes.Select(lane => Task.Run(() =>
        {
            try
            {
                return lane(stop.Token);
            }
            catch (OperationCanceledException)
            {
                throw new OperationCanceledException(stop.Token); // no error of its own: the other lane's is told
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }, stop.Token)));
        return landing.GetAwaiter().GetResult().Sum();
    }

    static long Land(Lane lane, Load load, LandedTable table, WarehousePaths paths, CancellationToken ct)
    {
        var since = load.Since(table);
        lane.ReadFrom(since);
        RemoveSealed.Run(lane, table, paths);
        if (since > 0)
        {
            Stage(lane, table, ct);
            if (Replaced(lane, table, load.AsOf, ct) is { } landed)
            {
                load.Record(lane.Raw, table, since, landed);
                return landed;
            }
            // Something went past the transaction ids: rows erased there, a file here that was set back. All of it anew.
            lane.ReadFrom(0);
        }
        var all = LandAll(lane, table, ct);
        var provinces = Reconcile.ProvincesOf(load.AsOf);
        if (!Reconcile.TotalsHere(lane.Raw, table, provinces).SequenceEqual(Reconcile.TotalsThere(lane.Intake, table, provinces), StringComparer.Ordinal))
            throw new UserError($"{table.Name} does not hold what the intake database holds, though it was loaded anew; nothing was loaded. Check its disk, then run `ingest` again.");
        load.Record(lane.Raw, table, 0, all);
        return all;
    }

    /// <summary>Straight into the table: nothing can be replaced.</summary>
    static long LandAll(Lane lane, LandedTable table, CancellationToken ct)
    {
        lane.Raw.Execute($"delete from {table.Name}");
        var query = EmbeddedSql.Read(typeof(IngestApplications).Assembly, $"Landing/{(table == LandedTable.Events ? "raw_events_first" : table.Name)}.sql");
        return Copy(lane, query, table.Name, table.Columns, ct);
    }

    /// <summary>What is new, beside the table: whatever the table is replaced by takes its old rows' place.</summary>
    static void Stage(Lane lane, LandedTable table, CancellationToken ct)
    {
        var raw = lane.Raw;
        raw.Execute($"create or replace temp table staged as select *, 0::bigint as row_sum from {table.Name} limit 0");
        var copied = Copy(lane, NewRows(raw, table), "staged", [.. table.Columns, Wire.Int8], ct);
        if (raw.Count("select count(*) from staged") != copied || raw.Count(RowSum.WrongRows(raw, table)) > 0)
            throw new UserError($"{table.Name}: what arrived is not what was sent; nothing was loaded. Run `ingest` again.");
    }

    /// <summary>The rows that took their place; null where the table then is not what the intake adds up to meanwhile.</summary>
    static long? Replaced(Lane lane, LandedTable table, DateOnly asOf, CancellationToken ct)
    {
        var provinces = Reconcile.ProvincesOf(asOf).ToList();
        string[] there = [], here = [];
        var landed = SideBySide(ct,
            stop =>
            {
                there = Reconcile.TotalsThere(lane.Intake, table, provinces);
                return 0;
            },
            stop =>
            {
                lane.Raw.Execute(DeleteOld(table));
                var rows = lane.Raw.Execute($"insert into {table.Name} select * exclude (row_sum) from staged");
                here = Reconcile.TotalsHere(lane.Raw, table, provinces);
                return rows;
            });
        return here.SequenceEqual(there, StringComparer.Ordinal) ? landed : null;
    }

    static string DeleteOld(LandedTable table)
    {
        if (table.Replaces.Length == 0) return $"delete from {table.Name}";
        var keys = string.Join(", ", table.Replaces);
        var same = string.Join(" and ", table.Replaces.Select(key => $"old.{key} = new.{key}"));
        return table.Entry is not { } entry
            ? $"delete from {table.Name} as old using (select distinct {keys} from staged) as new where {same}"
            : $"delete from {table.Name} as old using (select distinct {keys}, {entry} from staged) as new where {same} and (new.{entry} = old.{entry} or new.{entry} = 1)";
    }

    static string NewRows(DuckDBConnection raw, LandedTable table) =>
        RowSum.Added(EmbeddedSql.Read(typeof(IngestApplications).Assembly, $"Landing/{table.Name}.sql"), raw, table);

    static long Copy(Lane lane, string query, string target, Wire[] wires, CancellationToken ct)
    {
#pragma warning disable CA2100 // the text of an embedded file
        using var copy = lane.Intake.BeginRawBinaryCopy($"copy ({query}) to stdout (format binary)");
#pragma warning restore CA2100
        using var ahead = new ReadAhead(copy, ct);
        using var chunk = new LandingChunk(lane.Raw, target == "staged" ? "temp" : null, target, wires);
        return new BinaryCopy(ahead).AppendAll(chunk, wires.Length, ct);
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
