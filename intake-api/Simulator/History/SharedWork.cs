using Npgsql;

namespace AcikKapi.Simulator.History;

/// <summary>
/// Several workers, each with a connection and one transaction of its own. All commit when all have finished and no
/// foreign key points at nothing; whatever stops one of them, nothing is left behind.
/// </summary>
sealed class SharedWork(NpgsqlDataSource owner, int workers) : IAsyncDisposable
{
    readonly List<(NpgsqlConnection Connection, NpgsqlTransaction Transaction)> open = [];

    /// <param name="work">Its token also tells that another worker has failed.</param>
    public async Task RunAsync(Action<NpgsqlConnection, CancellationToken> work, CancellationToken stop)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        for (var worker = 0; worker < workers; worker++)
        {
            var connection = await owner.OpenConnectionAsync(stop);
            open.Add((connection, await connection.BeginTransactionAsync(stop)));
        }
        await Task.WhenAll(open.Select(w => Task.Run(() => WorkAsync(w.Connection, work, failed), stop)));
        foreach (var (_, transaction) in open) await transaction.CommitAsync(stop);
        await using var analyze = Sql.Command("History/Analyze.sql", open[0].Connection);
        await analyze.ExecuteNonQueryAsync(stop);
    }

    static async Task WorkAsync(NpgsqlConnection connection, Action<NpgsqlConnection, CancellationToken> work, CancellationTokenSource failed)
    {
        try
        {
            await using (var quick = Sql.Command("History/WithoutForeignKeys.sql", connection)) await quick.ExecuteNonQueryAsync(failed.Token);
            work(connection, failed.Token);
            await using var check = Sql.Command("History/Orphans.sql", connection);
            if (await check.ExecuteScalarAsync(failed.Token) is string orphan)
                throw new InvalidOperationException($"The story wrote rows whose keys point at nothing: {orphan}.");
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, transaction) in open)
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
