using Npgsql;

namespace AcikKapi.Intake.Postgres;

/// <summary>
/// acikkapi_app, acikkapi_ingest and acikkapi_relay: may log in, own nothing, cannot pass row-level security. Roles belong to the
/// whole server, so they may be there already; the password is set anew each time to that of the keys folder.
/// </summary>
public static class CreateRoles
{
    public static async Task RunAsync(NpgsqlConnection owner, KeyFolder keys, CancellationToken stop)
    {
        await RunAsync(owner, "acikkapi_app", keys.ReadOrMake(KeyFolder.AppPassword), stop);
        await RunAsync(owner, "acikkapi_ingest", keys.ReadOrMake(KeyFolder.IngestPassword), stop);
        await RunAsync(owner, "acikkapi_relay", keys.ReadOrMake(KeyFolder.RelayPassword), stop);
    }

    static async Task RunAsync(NpgsqlConnection owner, string role, string password, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await owner.BeginTransactionAsync(stop);
                await using var command = Sql.Command("Postgres/CreateRole.sql", owner);
                command.Parameters.AddWithValue("role", role);
                command.Parameters.AddWithValue("password", password);
                await command.ExecuteNonQueryAsync(stop);
                await transaction.CommitAsync(stop);
                return;
            }
            catch (PostgresException error) when (attempt < 10 && IsAnotherMigration(error))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), stop);
            }
        }
    }

    // Two databases of one server migrated at once: "tuple concurrently updated", or the other made the role first.
    static bool IsAnotherMigration(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject;
}
