using AcikKapi.Domain;
using AcikKapi.Ingest;
using AcikKapi.Warehouse;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Ingest;

/// <summary>Rows, ledger lines or a whole database that are not what the last load left: found, and loaded anew.</summary>
public sealed class DamagedLoadsTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DatabaseWhoseCounterWentBack_IsLoadedAnew()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        using (var raw = RawStore.Open(world.Paths)) raw.Execute("update raw_loads set xmin_to = 1000000000000; update raw_applications set application_id = 99");
        await world.LoadAsync();
        Assert.Equal(["1"], world.Ids);
    }

    [Fact]
    public async Task AnotherDatabase_IsLoadedAnew()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        using (var raw = RawStore.Open(world.Paths)) raw.Execute("update raw_loads set source = '1/1/1'; update raw_applications set application_id = 99");
        await world.LoadAsync();
        Assert.Equal(["1"], world.Ids);
        Assert.Equal(["0"], world.Raw("select count(*) from raw_loads where source = '1/1/1'"));
    }

    [Fact]
    public async Task HoleInTheLedger_IsFilled()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        await world.InsertAsync(2);
        await world.WaitForWatermarkAsync();
        await world.LoadAsync();
        await world.InsertAsync(3);
        await world.LoadAsync();
        // The second load's events as if they had never come: their lines and rows are gone.
        using (var raw = RawStore.Open(world.Paths))
            raw.Execute("delete from raw_loads where load_id = 2 and table_name = 'raw_events'; delete from raw_events where application_id = 2");
        var until = Assert.Single(world.Raw("select xmin_to from raw_loads where load_id = 1 and table_name = 'raw_events'"));
        await world.LoadAsync();
        Assert.Equal(["6"], world.Raw("select count(*) from raw_events"));
        Assert.Equal([until], world.Raw("select xmin_from from raw_loads where load_id = 4 and table_name = 'raw_events'"));
        await world.LoadAsync();
        Assert.Equal(["False"], world.Raw($"select xmin_from = {until} from raw_loads where load_id = 5 and table_name = 'raw_events'"));
    }

    [Fact]
    public async Task TableThatIsLandedForTheFirstTime_IsReadFromTheBeginning()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        using (var raw = RawStore.Open(world.Paths)) raw.Execute("delete from raw_loads where table_name = 'raw_events'; delete from raw_events");
        await world.LoadAsync();
        Assert.Equal(["2"], world.Raw("select count(*) from raw_events"));
        Assert.Equal(["0"], world.Raw("select max(xmin_from) from raw_loads where table_name = 'raw_events'"));
    }

    [Theory]
    [InlineData("delete from raw_events where event_no = 2")]
    [InlineData("insert into raw_events from raw_events limit 1")]
    [InlineData("update raw_events set application_id = 99")]
    public async Task RowsThatAreNotTheIntakes_AreFoundWithinTwoWeeks_AndLoadedAnew(string damage)
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.InsertAsync(2, isSealed: true);
        await world.LoadAsync();
        using (var raw = RawStore.Open(world.Paths)) raw.Execute(damage);
        await world.InsertAsync(3);
        await world.LoadTwoWeeksAsync();
        Assert.Equal(["1 1", "1 2", "3 1", "3 2"], world.Raw("select application_id, event_no from raw_events order by all"));
    }

    [Fact]
    public async Task ErasedThere_IsErasedHereWithinTwoWeeks()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.InsertAsync(2);
        await world.LoadAsync();
        await world.ExecuteAsync("delete from intake.application_events where application_id = 1; delete from intake.applications where application_id = 1");
        await world.LoadTwoWeeksAsync();
        Assert.Equal(["2"], world.Ids);
        Assert.Equal(["2 1", "2 2"], world.Raw("select application_id, event_no from raw_events order by all"));
    }

    [Fact]
    public async Task DatabaseThatGoesAwayInTheMiddle_IsAClearSentence_AndRawStays()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        var before = world.Raw("select * from raw_loads order by all");
        await world.InsertAsync(2);
        // Rows that take so long to send that their sender can be ended meanwhile.
        await world.ExecuteAsync("""
            alter table intake.applications rename to slow_applications;
            create view intake.applications as select * from intake.slow_applications where pg_sleep(3) is not null;
            grant select on intake.applications to acikkapi_ingest
            """);
        var load = world.LoadAsync();
        for (var ended = 0; ended == 0; await Task.Delay(50, Stop))
            ended = int.Parse(Assert.Single(await world.ReadAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query like 'copy%'")), null);
        Assert.EndsWith("nothing was loaded. Start it with `up`, then run `ingest` again.", (await Assert.ThrowsAsync<UserError>(() => load)).Message, StringComparison.Ordinal);
        Assert.Equal(before, world.Raw("select * from raw_loads order by all"));
        Assert.Equal(["1"], world.Ids);
    }

    [Theory]
    [InlineData("applications")]
    [InlineData("application_events")]
    public async Task WhatBreaksOneLane_LeavesTheOtherUndone(string broken)
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        var before = world.Raw("select * from raw_loads order by all");
        await world.InsertAsync(2);
        await world.ExecuteAsync($"""
            alter table intake.{broken} rename to whole;
            create view intake.{broken} as select * from intake.whole where 1 / (application_id - 2) is not null;
            grant select on intake.{broken} to acikkapi_ingest
            """);
        var error = await Assert.ThrowsAsync<UserError>(() => world.LoadAsync());
        Assert.Equal("The intake database refused the load (22012); nothing was loaded.", error.Message);
        Assert.Equal(before, world.Raw("select * from raw_loads order by all"));
        Assert.Equal(["1"], world.Ids);
        Assert.Equal(["2"], world.Raw("select count(*) from raw_events"));
    }

    /// <summary>A crash between the two commits: one lane's rows and lines are there, the other's are not.</summary>
    [Theory]
    [InlineData("table_name = 'raw_events'", "raw_events")]
    [InlineData("table_name <> 'raw_events'", "raw_applications")]
    public async Task OneLaneCommittedAlone_IsCompletedByTheNextLoad(string lost, string table)
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        await world.InsertAsync(2);
        await world.WaitForWatermarkAsync();
        await world.LoadAsync();
        using (var raw = RawStore.Open(world.Paths)) raw.Execute($"delete from raw_loads where load_id = 2 and {lost}; delete from {table} where application_id = 2");
        await world.LoadAsync();
        Assert.Equal(["1", "2"], world.Ids);
        Assert.Equal(["1 1", "1 2", "2 1", "2 2"], world.Raw("select application_id, event_no from raw_events order by all"));
    }

    [Fact]
    public async Task DatabaseAway_IsAClearSentence_AndRawStays()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        await using var away = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=acikkapi_ingest;Database=none");
        var error = await Assert.ThrowsAsync<UserError>(() => IngestApplications.RunAsync(away, world.Paths, new DateOnly(2026, 10, 31), Stop));
        Assert.Contains("127.0.0.1:1 cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1"], world.Ids);
    }
}
