using System.Data;
using System.Globalization;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>
/// A table's new rows, already on their way while other tables are landed: over a connection of its own that sees the same
/// snapshot. PostgreSQL looks for the events of what changed for a second and more; the other processor has other work meanwhile.
/// </summary>
sealed class EarlyCopy : IDisposable
{
    readonly NpgsqlConnection connection;
    readonly NpgsqlTransaction transaction;
    readonly NpgsqlRawCopyStream copy;
    readonly ReadAhead ahead;

    /// <param name="leader">In a transaction, which ends after this.</param>
    public EarlyCopy(NpgsqlDataSource source, NpgsqlConnection leader, ulong since, string query, CancellationToken ct)
    {
        var snapshot = Text(leader, "select pg_export_snapshot()");
        connection = source.OpenConnection();
        transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        Execute($"set transaction snapshot '{snapshot}'");
        Text(connection, $"select set_config('ingest.since', '{since.ToString(CultureInfo.InvariantCulture)}', true)");
#pragma warning disable CA2100 // the text of an embedded file
        copy = connection.BeginRawBinaryCopy($"copy ({query}) to stdout (format binary)");
#pragma warning restore CA2100
        ahead = new ReadAhead(copy, ct);
    }

    public Stream Stream => ahead.Stream;

    public void Dispose()
    {
        ahead.Dispose();
        copy.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    void Execute(string sql)
    {
#pragma warning disable CA2100 // an id that PostgreSQL made
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    static string Text(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // as above
        using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (string)command.ExecuteScalar()!;
    }
}
