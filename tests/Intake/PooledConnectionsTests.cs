using AcikKapi.Intake.Postgres;
using AcikKapi.Tests.Support;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>P10: four connections, thirty-two callers, each of another place or none, some of them cancelled, some of their statements wrong.</summary>
public sealed class PooledConnectionsTests(RunningIntake intake) : IClassFixture<RunningIntake>, IAsyncLifetime
{
    const int Pool = 4, Callers = 32;

    static readonly int[] Places = [6, 34, 76];

    public async ValueTask InitializeAsync()
    {
        foreach (var (province, district) in new[] { (6, 1872), (34, 1421), (76, 1692) })
            for (var i = 0; i < 5; i++) await intake.AcceptedAsync(Bodies.Valid(province, district));
    }

    [Fact]
    public Task SomeQueries_ShowNoForeignRow() => RunAsync(4_000);

    [Fact]
    public Task FiftyThousandQueries_ShowNoForeignRow()
    {
        Suites.SkipUnlessSlow();
        return RunAsync(50_000);
    }

    async Task RunAsync(int queries)
    {
        await using var source = IntakeDatabase.Open(intake.Database.App, most: Pool);
        var database = new PlaceTransaction(source);
        int foreign = 0, own = 0, cancelled = 0, failed = 0, unset = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, queries), new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (i, _) =>
        {
            int? place = i % 7 == 0 ? null : Places[i % 3];
            using var cancel = new CancellationTokenSource();
            if (i % 11 == 0) cancel.CancelAfter(TimeSpan.FromMilliseconds(i % 5));
            try
            {
                var seen = await database.RunAsync(place, async work =>
                {
                    var rows = new List<(int Asked, int Count)>();
                    foreach (var asked in Places) rows.Add((asked, await CountAsync(work, asked)));
                    if (i % 13 == 0) await work.ExecuteAsync("Access/AppendEntry.sql", new { province = "yok" }); // a statement that fails
                    return rows;
                }, cancel.Token);
                if (place is null) Interlocked.Increment(ref unset);
                foreach (var (asked, count) in seen)
                    if (asked == place) Interlocked.Add(ref own, count);
                    else Interlocked.Add(ref foreign, count);
            }
            catch (OperationCanceledException) { Interlocked.Increment(ref cancelled); }
            catch (Exception error) when (error is NpgsqlException or InvalidOperationException or ArgumentException) { Interlocked.Increment(ref failed); }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{queries} transactions, {own} own rows, {foreign} foreign, {cancelled} cancelled, {failed} failed, {unset} without a place");
        Assert.Equal(0, foreign);
        Assert.True(own > queries && cancelled > 0 && failed > 0 && unset > 0, $"own {own}, cancelled {cancelled}, failed {failed}, unset {unset}");
    }

    /// <summary>Asks for a province by name: only row security stands between.</summary>
    static async Task<int> CountAsync(PlaceWork work, int province) => (await work.ListAsync<object>("Clock/OpenDeadlines.sql", new { province, leaveOn = new DateOnly(2017, 1, 1) })).Count;

    /// <summary>The control: a setting of the session outlives its caller, and the next one sees another's rows.</summary>
    [Fact]
    public async Task SettingOfTheSession_IsFoundOut()
    {
        await using var source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(intake.Database.App) { MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString).Build();
        await using (var first = await source.OpenConnectionAsync(TestContext.Current.CancellationToken)) await first.ExecuteAsync("select set_config('app.place', '34', false)");
        await using var second = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.True(await second.ExecuteScalarAsync<int>("select count(*) from intake.applications where province_code = 34") > 0);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
