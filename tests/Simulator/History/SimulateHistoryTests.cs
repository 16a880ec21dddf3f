using AcikKapi.Domain;
using AcikKapi.Simulator;
using AcikKapi.Tests.Simulator.Story;
using AcikKapi.Tests.Support;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Simulator.History;

public sealed class SimulateHistoryTests
{
    static readonly StoryPlan Plan = TellStory.Plan(StoryScale.Province, 2, 2_000);

    [Fact]
    public async Task TwoThousandRows_AreThereWithAllForeignKeysValid()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync();
        var result = await RunAsync(database);

        await using var owner = new NpgsqlConnection(database.Owner);
        Assert.Equal(2_000, result.Applications);
        Assert.Equal(2_000, await owner.ExecuteScalarAsync<long>("select count(*) from intake.applications where origin = 'simulated'"));
        Assert.Equal(result.Events, await owner.ExecuteScalarAsync<long>("select count(*) from intake.application_events"));
        foreach (var check in await owner.QueryAsync<string>(Sql("foreign_keys.sql"))) await owner.ExecuteAsync(check);
    }

    [Fact]
    public async Task SameSeed_WritesTheSameRows()
    {
        await using var first = await PostgresServer.CreateDatabaseAsync();
        await using var second = await PostgresServer.CreateDatabaseAsync();
        await RunAsync(first);
        await RunAsync(second);
        Assert.Equal(await FingerprintAsync(first), await FingerprintAsync(second));
    }

    [Fact]
    public async Task ASecondStory_IsRefused()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync();
        await RunAsync(database);
        var refused = await Assert.ThrowsAsync<UserError>(() => RunAsync(database));
        Assert.Contains("simulated", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoppedHalfWay_LeavesNoApplication()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync();
        using var stop = new CancellationTokenSource();
        var plan = TellStory.Plan(StoryScale.Province, 2, 20_000);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(database, plan, new StopAtFirst(stop), stop.Token));
        await using var owner = new NpgsqlConnection(database.Owner);
        Assert.Equal(0, await owner.ExecuteScalarAsync<long>("select count(*) from intake.applications"));
    }

    sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }

    static async Task<HistoryResult> RunAsync(TestDatabase database, StoryPlan? plan = null, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        await using var owner = NpgsqlDataSource.Create(database.Owner);
        return await SimulateHistory.RunAsync((plan ?? Plan).History, owner, database.Keys, progress, stop);
    }

    static async Task<string?> FingerprintAsync(TestDatabase database)
    {
        await using var owner = new NpgsqlConnection(database.Owner);
        return await owner.ExecuteScalarAsync<string>(Sql("fingerprint.sql"));
    }

    static string Sql(string file) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "Simulator", "History", file));
}
