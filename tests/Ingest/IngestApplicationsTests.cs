using AcikKapi.Domain;
using AcikKapi.Ingest;
using AcikKapi.Warehouse;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Ingest;

public sealed class IngestApplicationsTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_ArriveValueByValue()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(7);
        await world.LoadAsync();
        Assert.Equal(["76 7 posted complaint web SOS-02 1692 76 female 25-34 ∅ ∅ disabled|veteran 01ab 2026-09-01 21:30:00+00 2026-09-11 Örnek metin: ığüşöç"],
            world.Raw("select * replace (received_at::varchar as received_at) from raw_applications"));
        Assert.Equal(
            ["1 received 2026-09-01 21:30:00+00 desk 02cd ∅", "2 with_executive 2026-09-02 08:00:00.123456+00 desk ∅ ∅"],
            world.Raw("select event_no, event_code, \"at\"::varchar, actor_role_code, actor_key, due_on from raw_events order by 1"));
        Assert.Equal(["0"], world.Raw("select count(*) from raw_loads where rows_out <> rows_in"));
    }

    [Fact]
    public async Task VisitOfASealedApplication_DoesNotArrive()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.InsertAsync(2, isSealed: true);
        await world.ExecuteAsync("""
            insert into intake.visits (province_code, kind_code, origin_code, application_id, district_code, asked_at, actor_pseudonym)
            select 76, 'escort', 'circumstances', id, 1692, timestamptz '2026-09-02 08:00:00+00', '\x02' from (values (1), (2), (null)) v (id)
            """);
        await world.LoadAsync();
        await world.LoadAsync(); // replaced, not doubled
        Assert.Equal(["2"], world.Raw("select count(*) from raw_visits"));
        await world.ExecuteAsync("update intake.applications set sealed = true, scrubbed_text = null where application_id = 1");
        await world.LoadAsync();
        Assert.Equal(["76 escort circumstances 1692 asked"], world.Raw("select province_code, kind_code, origin_code, district_code, status from raw_visits"));
    }

    [Fact]
    public async Task SecondLoad_ChangesNothing()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.InsertAsync(2);
        await world.LoadAsync();
        var before = world.Raw("select * from raw_applications order by 2").Concat(world.Raw("select * from raw_events order by 2, 3"));
        await world.LoadAsync();
        Assert.Equal(before, world.Raw("select * from raw_applications order by 2").Concat(world.Raw("select * from raw_events order by 2, 3")));
        Assert.Equal(["2"], world.Raw("select max(load_id) from raw_loads"));
    }

    [Fact]
    public async Task TransactionThatCommitsLate_IsReadTheNextTime()
    {
        await using var world = await IngestWorld.CreateAsync();
        await using var slow = await world.OpenAsync();
        await using var running = await slow.BeginTransactionAsync(Stop);
        await IngestWorld.InsertAsync(slow, 1);

        await world.InsertAsync(2); // begun later, committed first: its id is the higher one
        await world.LoadAsync();
        Assert.Equal(["2"], world.Ids);

        await running.CommitAsync(Stop);
        await world.InsertAsync(3);
        await world.LoadAsync();
        Assert.Equal(["1", "2", "3"], world.Ids);
        Assert.Equal(["6"], world.Raw("select count(*) from raw_events"));
    }

    [Fact]
    public async Task ChangedApplication_ReplacesItsRowAndBringsItsEvents()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.LoadAsync();
        await world.ExecuteAsync("""
            insert into intake.application_events (province_code, application_id, event_no, event_code, at, reason_code) values (76, 1, 3, 'rejected', now(), 'repeated');
            update intake.applications set type_code = 'SAG-01', status = 'rejected' where application_id = 1
            """);
        await world.LoadAsync();
        Assert.Equal(["SAG-01"], world.Raw("select type_code from raw_applications"));
        Assert.Equal(["1 received -", "2 with_executive -", "3 rejected repeated"], world.Raw("select event_no, event_code, coalesce(reason_code, '-') from raw_events order by 1"));
    }

    [Fact]
    public async Task Sealed_ArriveAsProvinceAndMonthOnly()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.InsertAsync(2, isSealed: true);
        await world.LoadAsync();
        Assert.Equal(["1"], world.Ids);
        Assert.Equal(["2"], world.Raw("select count(*) from raw_events"));
        Assert.Equal(["76 2026-09-01 1"], world.Raw("from raw_sealed"));
    }

    [Fact]
    public async Task SealedLater_LeavesRawAndTheKeptLabels_AndComesBackUnsealed()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.InsertAsync(1);
        await world.InsertAsync(2);
        await world.LoadAsync();
        var labels = KeepLabels(world, 1, 2);

        await world.ExecuteAsync("update intake.applications set sealed = true, scrubbed_text = null where application_id = 1");
        await world.LoadAsync();
        Assert.Equal(["2"], world.Ids);
        Assert.Equal(["0"], world.Raw("select count(*) from raw_events where application_id = 1"));
        Assert.Equal(["2"], world.Raw($"select application_id from read_parquet('{labels}')"));

        await world.ExecuteAsync("update intake.applications set sealed = false where application_id = 1");
        await world.LoadAsync();
        Assert.Equal(["1", "2"], world.Ids);
        Assert.Equal(["4"], world.Raw("select count(*) from raw_events"));
        Assert.Equal(["0"], world.Raw("select count(*) from raw_sealed"));
    }

    [Fact]
    public async Task IngestRole_CannotReadIdentityOrPlainText()
    {
        await using var world = await IngestWorld.CreateAsync();
        await using var connection = await world.OpenAsync();
        await connection.ExecuteAsync("set role acikkapi_ingest");
        foreach (var sql in (string[])["select body from intake.applications", "select subject from intake.applications", "select tracking_number from intake.applications", "select * from intake.applicants"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql))).SqlState);
    }

    static string KeepLabels(IngestWorld world, params long[] ids)
    {
        var file = Path.Combine(world.Paths.Labels, "2026-10-31.parquet");
        using var memory = DuckDb.Open(":memory:");
        memory.Execute($"""
            copy (
              select 76::smallint as province_code, unnest([{string.Join(", ", ids)}])::bigint as application_id, 'SOS-01' as type_code,
                0.9 as confidence, 'a' as model_version, date '2026-10-31' as labelled_on
            ) to '{file}' (format parquet)
            """);
        return file;
    }
}
