using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>Promise P10: the database itself shows each role and place only what is theirs.</summary>
public sealed class RowSecurityTests(RunningIntake intake) : IClassFixture<RunningIntake>, IAsyncLifetime
{
    static readonly string[] Tables = ["applications", "applicants", "application_events"];

    public async ValueTask InitializeAsync()
    {
        await intake.AcceptedAsync(Bodies.Valid());
        await intake.AcceptedAsync(Bodies.Valid(34, 1421));
    }

    [Fact]
    public async Task AppRoleWithoutPlace_SeesNothing()
    {
        await using var app = new NpgsqlConnection(intake.Database.App);
        foreach (var table in Tables) Assert.Equal(0, await app.ExecuteScalarAsync<int>($"select count(*) from intake.{table}"));
    }

    [Fact]
    public async Task AppRoleWithPlace_SeesThatPlaceOnly()
    {
        await using var app = new NpgsqlConnection(intake.Database.App);
        await app.OpenAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await app.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await app.ExecuteAsync("select set_config('app.place', '76', true)");
            foreach (var table in Tables) Assert.Equal([76], (await app.QueryAsync<int>($"select distinct province_code from intake.{table}")));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(0, await app.ExecuteScalarAsync<int>("select count(*) from intake.applications")); // forgotten at commit
    }

    [Fact]
    public async Task AppRole_CannotWriteForAnotherPlace()
    {
        await using var app = new NpgsqlConnection(intake.Database.App);
        await app.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await app.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await app.ExecuteAsync("select set_config('app.place', '76', true)");
        Assert.Equal(0, await app.ExecuteAsync("update intake.applications set status = 'closed' where province_code = 34"));
        await AssertRefusedAsync(() => app.ExecuteAsync("insert into intake.application_events (province_code, application_id, event_no, event_code, at) values (34, 1, 9, 'closed', now())"));
    }

    [Theory]
    [InlineData("select * from intake.applicants")]
    [InlineData("select body from intake.applications")]
    [InlineData("select subject from intake.applications")]
    [InlineData("select neighbourhood from intake.applications")]
    [InlineData("select tracking_number from intake.applications")]
    [InlineData("select reason from intake.application_events")]
    [InlineData("select * from intake.staff")]
    [InlineData("select * from intake.idempotency_keys")]
    [InlineData("update intake.applications set status = 'closed'")]
    public async Task IngestRole_CannotReadIdentityOrPlainText(string sql)
    {
        await using var ingest = new NpgsqlConnection(intake.Database.Ingest);
        await AssertRefusedAsync(() => ingest.ExecuteAsync(sql));
    }

    [Fact]
    public async Task IngestRole_ReadsScrubbedTextOfEveryPlace()
    {
        await using var ingest = new NpgsqlConnection(intake.Database.Ingest);
        Assert.Equal([34, 76], await ingest.QueryAsync<int>("select distinct province_code from intake.applications where scrubbed_text is not null order by 1"));
    }

    [Fact]
    public async Task Roles_OwnNothingAndCannotPassRowSecurity()
    {
        Assert.Equal(0, await intake.ScalarAsync<int>("select count(*) from pg_class join pg_roles r on r.oid = relowner where rolname in ('acikkapi_app', 'acikkapi_ingest')"));
        Assert.Equal(0, await intake.ScalarAsync<int>("select count(*) from pg_roles where rolname in ('acikkapi_app', 'acikkapi_ingest') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"));
        Assert.Equal(0, await intake.ScalarAsync<int>("select count(*) from pg_class where relname = any(@Tables) and not (relrowsecurity and relforcerowsecurity)", new { Tables }));
    }

    /// <summary>Whatever belongs to an application is guarded like it, also in tables to come.</summary>
    [Fact]
    public async Task EveryTableOfApplications_IsGuarded() => Assert.Null(await intake.ScalarAsync<string>("""
        select string_agg(t.relname, ', ')
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'application_id'
        where t.relnamespace = 'intake'::regnamespace and t.relkind = 'r' and not (t.relrowsecurity and t.relforcerowsecurity)
        """));

    static async Task AssertRefusedAsync(Func<Task> statement) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(statement)).SqlState);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
