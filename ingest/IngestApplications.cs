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
    /// <summary>RowsIn: rows copied out of PostgreSQL; RowsOut: rows landed. Throws <see cref="UserError"/> when it is away or counts differ.</summary>
    public static async Task<StepResult> RunAsync(
        NpgsqlDataSource ingestRole, WarehousePaths paths, DateOnly asOf, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        paths.MakeFolders(asOf);
        try
        {
            await using var intake = await ingestRole.OpenConnectionAsync(ct);
            await using var snapshot = await intake.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            using var raw = RawStore.Open(paths);
            using var landing = raw.BeginTransaction();

            var load = await Load.BeginAsync(intake, raw, asOf, ct);
            await load.ReadFromAsync(LandedTable.Applications.Name, ct);
            await RemoveSealed.RunAsync(intake, raw, paths, ct);
            long rows = 0;
            foreach (var table in LandedTable.All) rows += await LandAsync(intake, raw, load, table, ct);
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

    static async Task<long> LandAsync(NpgsqlConnection intake, DuckDBConnection raw, Load load, LandedTable table, CancellationToken ct)
    {
        var since = await load.ReadFromAsync(table.Name, ct);
        var (copied, landed) = await LandAsync(intake, raw, since, table, ct);
        if (since > 0 && !await Reconcile.IsWholeAsync(intake, raw, table, ct))
        {
            // Something went past the transaction ids: rows erased there, a file here that was set back. All of it anew.
            since = 0;
            await load.StartAtAsync(since, ct);
            (copied, landed) = await LandAsync(intake, raw, since, table, ct);
        }
        if (since == 0 && !await Reconcile.IsWholeAsync(intake, raw, table, ct))
            throw new UserError($"{table.Name} does not hold what the intake database holds, though it was loaded anew; nothing was loaded. Check its disk, then run `ingest` again.");
        load.Record(table.Name, since, copied, landed);
        return landed;
    }

    static async Task<(long Copied, long Landed)> LandAsync(NpgsqlConnection intake, DuckDBConnection raw, ulong since, LandedTable table, CancellationToken ct)
    {
        if (since == 0) raw.Execute($"delete from {table.Name}"); // then directly: nothing can be replaced
        var target = since == 0 ? table.Name : "staged";
        if (since > 0) raw.Execute($"create or replace temp table staged as from {table.Name} limit 0");

        var query = EmbeddedSql.Read(typeof(IngestApplications).Assembly, $"Landing/{(since == 0 && table == LandedTable.Events ? "raw_events_first" : table.Name)}.sql");
        var copied = await CopyAsync(intake, query, raw, target, table, ct);
        if (await Reconcile.DifferingColumnAsync(intake, query, raw, target, table, ct) is { } column)
            throw new UserError($"{table.Name}.{column}: what arrived is not what was sent; nothing was loaded. Run `ingest` again.");
        var landed = since == 0 ? copied : Replace(raw, table);
        if (copied != landed) throw new UserError($"{table.Name}: {copied} rows were copied and {landed} landed; nothing was loaded.");
        return (copied, landed);
    }

    static async Task<long> CopyAsync(
        NpgsqlConnection intake, string query, DuckDBConnection raw, string target, LandedTable table, CancellationToken ct)
    {
#pragma warning disable CA2100 // the text of an embedded file
        await using var stream = await intake.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", ct);
#pragma warning restore CA2100
        // One thread appends. A second one would spin for work on the processor that PostgreSQL needs: a third more time.
        raw.Execute("set threads = 1");
        using var chunk = new LandingChunk(raw, target == "staged" ? "temp" : null, target, table.Columns);
        var rows = new BinaryCopy(stream).AppendAll(chunk, table.Columns.Length, ct);
        raw.Execute("reset threads");
        return rows;
    }

    static long Replace(DuckDBConnection raw, LandedTable table)
    {
        var keys = string.Join(" and ", table.Replaces.Select(k => $"old.{k} = staged.{k}"));
        var distinct = string.Join(", ", table.Replaces);
        raw.Execute(table.Replaces.Length == 0
            ? $"delete from {table.Name}"
            : $"delete from {table.Name} as old using (select distinct {distinct} from staged) as staged where {keys}");
        return raw.Execute($"insert into {table.Name} from staged");
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
