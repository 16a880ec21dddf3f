using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using AcikKapi.Intake.Clock;
using Dapper;
using Npgsql;

namespace AcikKapi.Intake.Postgres;

/// <summary>More callers wait than can be served in time.</summary>
public sealed class OverloadedException() : Exception("Too many statements are waiting.");

/// <summary>
/// The busiest statement's way to the database: what several callers ask for at the same moment is sent in one round
/// trip and committed once; whoever is alone waits for nobody. Each statement is told its own place right before it, and
/// nobody is answered before the commit. Where one of them fails, each is done again alone, so nobody pays for another.
/// </summary>
public sealed class SharedCommits(NpgsqlDataSource database) : BackgroundService
{
    const int Senders = 2;      // connections that send, about as many as cores
    const int Together = 16;
    const int MostWaiting = 256; // a tenth of a second of work on two busy cores: beyond it "come back later" is the better answer

    static readonly string Opening = string.Create(
        CultureInfo.InvariantCulture, $"select set_config('app.place', $1, true), pg_advisory_xact_lock_shared({Calendars.Lock})");

    sealed record Wish(int Place, PositionalStatement Statement, object Parameters, Func<DbDataReader, object> Read, TaskCompletionSource<object> Answer);

    readonly Channel<Wish> wishes = Channel.CreateBounded<Wish>(MostWaiting);

    /// <summary>One statement that returns one row; no leave can be added meanwhile (Clock/Calendars.cs).</summary>
    /// <exception cref="OverloadedException">Too many wait already; nothing was done.</exception>
    public async Task<T> RunAsync<T>(int place, string file, object parameters) where T : class
    {
        var wish = new Wish(place, PositionalStatement.Of(file, parameters.GetType()), parameters,
            static row => row.GetRowParser<T>()(row), new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!wishes.Writer.TryWrite(wish)) throw new OverloadedException();
        return (T)await wish.Answer.Task;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync(stoppingToken)));

    async Task SendAsync(CancellationToken stop)
    {
        var together = new List<Wish>(Together);
        try
        {
            while (await wishes.Reader.WaitToReadAsync(stop))
            {
                while (together.Count < Together && wishes.Reader.TryRead(out var wish)) together.Add(wish);
                await AnswerAsync(together);
                together.Clear();
            }
        }
        catch (OperationCanceledException) { } // the server stops; it has answered whoever it had accepted
    }

    async Task AnswerAsync(IReadOnlyList<Wish> together)
    {
        if (together.Count == 0) return; // another sender was faster
        try
        {
            var rows = await CommitAsync(together);
            for (var i = 0; i < rows.Length; i++) together[i].Answer.SetResult(rows[i]);
        }
        catch (PostgresException) when (together.Count > 1)
        {
            foreach (var alone in together) await AnswerAsync([alone]);
        }
#pragma warning disable CA1031 // whatever it is belongs to those who wait
        catch (Exception error)
#pragma warning restore CA1031
        {
            foreach (var wish in together) wish.Answer.SetException(error);
        }
    }

    /// <summary>The rows, all committed. Never cancelled half-way: whether they were committed would then be unknown.</summary>
    async Task<object[]> CommitAsync(IReadOnlyList<Wish> together)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var wish in together)
        {
            var opening = new NpgsqlBatchCommand(Opening);
            opening.Parameters.Add(new NpgsqlParameter<string> { TypedValue = wish.Place.ToString(CultureInfo.InvariantCulture) });
            batch.BatchCommands.Add(opening);
            batch.BatchCommands.Add(wish.Statement.With(wish.Parameters));
        }
        var rows = new object[together.Count];
        await using var reader = await batch.ExecuteReaderAsync();
        for (var i = 0; i < rows.Length; i++)
        {
            await reader.NextResultAsync(); // past the opening
            await reader.ReadAsync();
            rows[i] = together[i].Read(reader);
            await reader.NextResultAsync(); // at the end: the commit, or its error
        }
        return rows;
    }
}
