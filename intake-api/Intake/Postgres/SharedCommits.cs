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
/// trip, one statement for each province, and committed once; whoever is alone waits for nobody. Each statement is told its
/// own place right before it, and nobody is answered before the commit. Where one fails, each is done again alone, so
/// nobody pays for another.
/// </summary>
public sealed class SharedCommits(NpgsqlDataSource database) : BackgroundService
{
    const int Senders = 2; // connections that send, about as many as cores
    const int Together = 32;
    const int Enough = 8; // so many are sent while others are still being committed; fewer wait for company
    const int MostWaiting = 256; // a tenth of a second of work on two busy cores: beyond it "come back later" is the better answer

    static readonly string Opening = string.Create(
        CultureInfo.InvariantCulture, $"select set_config('app.place', $1, true), set_config('app.sealed', 'seen', true), pg_advisory_xact_lock_shared({Calendars.Lock})");

    sealed record Wish(int Place, PositionalStatement Statement, object Parameters, Func<DbDataReader, Func<DbDataReader, object>> Reader, TaskCompletionSource<object> Answer);

    readonly Channel<Wish> wishes = Channel.CreateBounded<Wish>(MostWaiting);
    readonly SemaphoreSlim news = new(0, 1); // a commit ended, or enough are waiting
    int atWork;

    /// <summary>One row of a statement that takes many and returns one for each, in their order; no leave can be added meanwhile (Clock/Calendars.cs).</summary>
    /// <exception cref="OverloadedException">Too many wait already; nothing was done.</exception>
    public async Task<T> RunAsync<T>(int place, string file, object parameters) where T : class
    {
        var wish = new Wish(place, PositionalStatement.Of(file, parameters.GetType()), parameters,
            static rows => rows.GetRowParser<T>(), new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!wishes.Writer.TryWrite(wish)) throw new OverloadedException();
        if (wishes.Reader.Count >= Enough) Tell();
        return (T)await wish.Answer.Task;
    }

    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync(stoppingToken)));

    async Task SendAsync(CancellationToken stop)
    {
        var together = new List<Wish>(Together);
        try
        {
            while (await wishes.Reader.WaitToReadAsync(stop))
            {
                await GatherAsync(stop);
                while (together.Count < Together && wishes.Reader.TryRead(out var wish)) together.Add(wish);
                if (together.Count == 0) continue; // another sender was faster
                Interlocked.Increment(ref atWork);
                await AnswerAsync(together);
                Interlocked.Decrement(ref atWork);
                Tell();
                together.Clear();
            }
        }
        catch (OperationCanceledException) { } // the server stops; it has answered whoever it had accepted
    }

    /// <summary>News do not add up: a server that ran for weeks would have millions to read before it could wait.</summary>
    void Tell()
    {
        lock (news)
            if (news.CurrentCount == 0) news.Release();
    }

    /// <summary>Worth a commit: nobody else is at work, or enough are waiting. Whoever is alone waits for nothing.</summary>
    async Task GatherAsync(CancellationToken stop)
    {
        while (Volatile.Read(ref atWork) > 0 && wishes.Reader.Count < Enough) await news.WaitAsync(stop);
    }

    async Task AnswerAsync(IReadOnlyList<Wish> together)
    {
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
        var statements = Enumerable.Range(0, together.Count).GroupBy(i => (together[i].Place, together[i].Statement)).ToList();
        foreach (var statement in statements)
        {
            var opening = new NpgsqlBatchCommand(Opening);
            opening.Parameters.Add(new NpgsqlParameter<string> { TypedValue = statement.Key.Place.ToString(CultureInfo.InvariantCulture) });
            batch.BatchCommands.Add(opening);
            batch.BatchCommands.Add(statement.Key.Statement.With([.. statement.Select(i => together[i].Parameters)]));
        }
        var rows = new object[together.Count];
        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var statement in statements)
        {
            await reader.NextResultAsync(); // past the opening
            var read = together[statement.First()].Reader(reader);
            foreach (var i in statement)
            {
                await reader.ReadAsync();
                rows[i] = read(reader);
            }
            await reader.NextResultAsync(); // at the end: the commit, or its error
        }
        return rows;
    }
}
