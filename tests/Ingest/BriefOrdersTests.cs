using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Ingest;

public sealed class BriefOrdersTests
{
    [Fact]
    public async Task WaitingOrders_AreReadInTheirOrder_AndFinishedOnes_NoMore()
    {
        await using var world = await IngestWorld.CreateAsync();
        await OrderAsync(world, "il:76", "2025-03");
        await OrderAsync(world, "bakanlik", "2024");

        var waiting = await world.WaitingBriefsAsync();
        Assert.Equal([("il:76", "2025-03"), ("bakanlik", "2024")], waiting.Select(order => (order.Scope, order.Period)));

        await world.FinishBriefAsync(waiting[0], new DateOnly(2026, 10, 31), null);
        await world.FinishBriefAsync(waiting[1], new DateOnly(2026, 10, 31), "veri yok");
        Assert.Empty(await world.WaitingBriefsAsync());
        Assert.Equal(["2026-10-31 -", "2026-10-31 veri yok"], await world.ReadAsync("select done_on || ' ' || coalesce(problem, '-') from intake.brief_orders order by order_no"));
    }

    [Fact]
    public async Task WhoOrdered_IsNotTheNightsToRead()
    {
        await using var world = await IngestWorld.CreateAsync();
        await OrderAsync(world, "il:76", "2025-03");
        await using var connection = await world.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("set local role acikkapi_ingest; select ordered_by from intake.brief_orders", connection, transaction);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken))).SqlState);
    }

    static Task OrderAsync(IngestWorld world, string scope, string period) => world.ExecuteAsync($"""
        insert into intake.brief_orders (province_code, scope_code, period_code, ordered_by, role_code) values (76, '{scope}', '{period}', '\x00', 'analyst')
        """);
}
