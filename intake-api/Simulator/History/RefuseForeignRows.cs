using AcikKapi.Domain;
using Npgsql;

namespace AcikKapi.Simulator.History;

/// <summary>A story is told into an empty database only: true rows must never stand among simulated ones.</summary>
static class RefuseForeignRows
{
    /// <exception cref="UserError">There are applications.</exception>
    public static async Task RunAsync(NpgsqlConnection owner, CancellationToken stop)
    {
        await using var command = Sql.Command("History/OriginsPresent.sql", owner);
        if (await command.ExecuteScalarAsync(stop) is not string origin) return;
        throw new UserError(origin == "simulated"
            ? "This database holds a simulated story already: use another ACIKKAPI_HOME for a second one."
            : $"This database holds {origin} applications: simulated ones are never written among them. Use another ACIKKAPI_HOME.");
    }
}
