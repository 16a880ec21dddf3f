using AcikKapi.Domain;
using AcikKapi.Warehouse;
using Npgsql;

namespace AcikKapi.Ingest;

/// <summary>A brief that somebody at the workbench asked for.</summary>
/// <param name="Scope">bakanlik, il:76, ilce:76-1692.</param>
public sealed record OrderedBrief(long No, string Scope, string Period);

/// <summary>Orders of the workbench, which PostgreSQL keeps: the night reads what waits and says what became of it.</summary>
public static class BriefOrders
{
    const string Away = "The briefs that were ordered could not be read from PostgreSQL, or it could not be told that they are printed. Start it (./acikkapi up) and run the night again.";

    /// <exception cref="UserError">PostgreSQL is away.</exception>
    public static async Task<IReadOnlyList<OrderedBrief>> WaitingAsync(NpgsqlDataSource ingestRole, CancellationToken ct)
    {
        try
        {
            await using var command = ingestRole.CreateCommand(Sql("waiting_briefs"));
            await using var rows = await command.ExecuteReaderAsync(ct);
            var orders = new List<OrderedBrief>();
            while (await rows.ReadAsync(ct)) orders.Add(new OrderedBrief(rows.GetInt64(0), rows.GetString(1), rows.GetString(2)));
            return orders;
        }
        catch (NpgsqlException e)
        {
            throw new UserError(Away, e);
        }
    }

    /// <param name="problem">In Turkish, for whoever ordered; null: it is printed.</param>
    /// <exception cref="UserError">PostgreSQL is away.</exception>
    public static async Task FinishAsync(NpgsqlDataSource ingestRole, OrderedBrief order, DateOnly asOf, string? problem, CancellationToken ct)
    {
        try
        {
            await using var command = ingestRole.CreateCommand(Sql("finish_brief"));
            command.Parameters.Add(new() { Value = order.No });
            command.Parameters.Add(new() { Value = asOf });
            command.Parameters.Add(new() { Value = (object?)problem ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (NpgsqlException e)
        {
            throw new UserError(Away, e);
        }
    }

    static string Sql(string name) => EmbeddedSql.Read(typeof(BriefOrders).Assembly, $"Back/{name}.sql");
}
