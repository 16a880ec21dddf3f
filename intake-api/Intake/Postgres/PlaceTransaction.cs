using System.Globalization;
using Dapper;
using Npgsql;

namespace AcikKapi.Intake.Postgres;

/// <summary>
/// The one way to the database. Each piece of work is one transaction that first says which province it may see,
/// and whether it sees sealed ones, because row-level security reads that; it holds until commit only, so a pooled connection remembers nothing.
/// </summary>
public sealed class PlaceTransaction(NpgsqlDataSource database)
{
    const int Tries = 3;

    /// <param name="place">Plate code; null sees no application at all.</param>
    /// <param name="work">Done again from its beginning where it met another in a deadlock.</param>
    /// <param name="sealedToo">Sealed applications are seen: for the executive line, whoever holds the number, and housekeeping (art. 5-l).</param>
    public Task<T> RunAsync<T>(int? place, Func<PlaceWork, Task<T>> work, CancellationToken stop, bool sealedToo = false) => RunAsync(place, work, sealedToo, isPreview: false, stop);

    /// <summary>The same work to its end, then undone: what it would have done.</summary>
    public Task<T> PreviewAsync<T>(int? place, Func<PlaceWork, Task<T>> work, CancellationToken stop, bool sealedToo = false) => RunAsync(place, work, sealedToo, isPreview: true, stop);

    async Task<T> RunAsync<T>(int? place, Func<PlaceWork, Task<T>> work, bool sealedToo, bool isPreview, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try { return await OnceAsync(place, work, sealedToo, isPreview, stop); }
            // Two waited for each other and PostgreSQL stopped this one: nothing of it is left, and the other has gone on.
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < Tries) { }
        }
    }

    async Task<T> OnceAsync<T>(int? place, Func<PlaceWork, Task<T>> work, bool sealedToo, bool isPreview, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var inside = new PlaceWork(connection, transaction, stop, sealedToo);
        await inside.MoveToAsync(place);
        var result = await work(inside);
        if (isPreview) return result; // the transaction is rolled back
        // A caller who hangs up now must not turn a written application into an unknown one.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}

/// <summary>The statements of one <see cref="PlaceTransaction"/>; SQL by file name.</summary>
public sealed class PlaceWork(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken stop, bool sealedToo)
{
    /// <summary>From here on the transaction sees another province: only a hand-over needs two.</summary>
    public Task MoveToAsync(int? place) => connection.ExecuteAsync(new CommandDefinition(
        "select set_config('app.place', @named, true), set_config('app.sealed', @seen, true)",
        new { named = place?.ToString(CultureInfo.InvariantCulture) ?? "", seen = sealedToo ? "seen" : "" }, transaction, cancellationToken: stop));

    /// <summary>Who changes settings in this transaction: their log says so (intake.log_setting).</summary>
    public Task ActAsync(string role, byte[] pseudonym) => connection.ExecuteAsync(new CommandDefinition(
        "select set_config('app.actor_role', @role, true), set_config('app.actor', encode(@pseudonym, 'hex'), true)", new { role, pseudonym }, transaction, cancellationToken: stop));

    public async Task<IReadOnlyList<T>> ListAsync<T>(string file, object parameters) => (await connection.QueryAsync<T>(Command(file, parameters))).AsList();

    public Task<T?> FindAsync<T>(string file, object parameters) => connection.QuerySingleOrDefaultAsync<T>(Command(file, parameters));

    public Task<int> ExecuteAsync(string file, object parameters) => connection.ExecuteAsync(Command(file, parameters));

    /// <summary>One row of a statement that takes many, alone: what <see cref="SharedCommits"/> sends for several.</summary>
    public async Task<T> WriteRowAsync<T>(string file, object row)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { PositionalStatement.Of(file, row.GetType()).With([row]) } };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        return reader.GetRowParser<T>()(reader);
    }

    CommandDefinition Command(string file, object parameters) =>
        new(Sql.Read(file), parameters, transaction, cancellationToken: stop);
}
