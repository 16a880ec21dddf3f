using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Simulator.History;
using AcikKapi.Simulator.Story;
using Npgsql;

namespace AcikKapi.Simulator;

public sealed record HistoryResult(long Applications, long Events, TimeSpan Took);

/// <summary>
/// A story's history into the intake database by COPY: years of it in the time that its last days take over HTTP. The same plan
/// writes the same rows (into a fresh database, with the same key), however many workers there are.
/// </summary>
public static class SimulateHistory
{
    // Each worker keeps a backend busy besides itself: more than two gain nothing on two cores.
    const int Workers = 2;

    /// <param name="owner">Of the database's owner, a superuser: foreign keys are checked once at the end, not row by row.</param>
    /// <param name="keysFolder">Where the intake's pseudonym.key lies.</param>
    /// <param name="rowsWritten">Applications written so far.</param>
    /// <exception cref="UserError">The database holds applications, or the key is missing.</exception>
    public static async Task<HistoryResult> RunAsync(
        HistoryPlan plan, NpgsqlDataSource owner, string keysFolder, IProgress<long>? rowsWritten, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var pseudonyms = PseudonymKey.Read(keysFolder);
        var narrator = new Narrator(plan.Chronicle, new Officers(pseudonyms));
        long firstId;
        await using (var connection = await owner.OpenConnectionAsync(ct))
        {
            await RefuseForeignRows.RunAsync(connection, ct);
            await PlaceUnits.RunAsync(connection, plan.Chronicle.Cast, ct);
            if (plan.Applications == 0) return new HistoryResult(0, 0, clock.Elapsed);
            firstId = await ReserveIdsAsync(connection, plan.Applications, ct);
        }

        var chunks = new ConcurrentQueue<Chunk>(Chunk.Of(plan.Chronicle, plan.Applications));
        long applications = 0, events = 0;
        await using var work = new SharedWork(owner, Workers);
        await work.RunAsync((connection, stop) =>
        {
            var rows = new CopyRows(connection, pseudonyms, firstId, plan.Chronicle.Cast.Seed);
            while (chunks.TryDequeue(out var chunk))
            {
                stop.ThrowIfCancellationRequested();
                var told = chunk.Tell(plan.Chronicle, narrator, plan.Applications);
                rows.Write(told);
                Interlocked.Add(ref events, told.Sum(a => a.Events.Count));
                var written = Interlocked.Add(ref applications, told.Count);
                rowsWritten?.Report(written);
            }
        }, ct);
        return new HistoryResult(applications, events, clock.Elapsed);
    }

    static async Task<long> ReserveIdsAsync(NpgsqlConnection connection, long count, CancellationToken ct)
    {
        await using var command = Sql.Command("History/ReserveIds.sql", connection);
        command.Parameters.AddWithValue("count", count);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
