using System.Net;
using AcikKapi.Intake.Access;
using AcikKapi.Intake.Postgres;
using AcikKapi.Tests.Support;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake.Access;

/// <summary>P20: every look at what identifies a person is an entry, and the chain finds every mutation.</summary>
public sealed class AccessLogTests : IAsyncLifetime
{
    const string Why = """{"reason":"İnceleme"}""";

    RunningIntake _intake = null!;
    string _desk = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        _desk = await _intake.AddStaffAsync("desk", "76");
    }

    public ValueTask DisposeAsync() => _intake.DisposeAsync();

    [Fact]
    public Task ReadsByManyAtOnce_AreAsManyEntries() => ReadsAsync(500);

    [Fact]
    public Task TenThousandReads_AreTenThousandEntries()
    {
        Suites.SkipUnlessSlow();
        return ReadsAsync(10_000);
    }

    async Task ReadsAsync(int reads)
    {
        var numbers = new[] { await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()) };
        await Parallel.ForEachAsync(Enumerable.Range(0, reads), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
            Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{numbers[i % 2]}/{(i % 10 == 0 ? "national-id" : "openings")}", Why, _desk)).Status));
        var audit = await AuditAsync();
        Assert.Equal((reads, 0), (audit.Entries, audit.Broken.Count));
        Assert.Equal(reads, await _intake.ScalarAsync<int>("select max(entry_no)::int from intake.access_log"));
    }

    [Fact]
    public async Task RefusedAndMissing_AreNoEntries()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", Why, await _intake.AddStaffAsync("field", "76"));
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", Why, await _intake.AddStaffAsync("desk", "34"));
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/attachments/1/openings", Why, _desk);
        Assert.Equal(0, (await AuditAsync()).Entries);
    }

    [Fact]
    public async Task NationalId_IsMaskedUntilItIsRevealedByAnEntryOfItsOwn()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        var opened = (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", Why, _desk)).Json!;
        Assert.Equal("10*******46", (string)opened["applicant"]!["nationalId"]!);
        Assert.Equal(Bodies.NationalId, (string)(await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/national-id", Why, _desk)).Json!["nationalId"]!);
        Assert.Equal("words,national_id", await _intake.ScalarAsync<string>("select string_agg(what, ',' order by entry_no) from intake.access_log"));
    }

    static readonly string[] Mutations =
    [
        "update intake.access_log set reason = 'Başka bir neden' where entry_no = 3",
        "update intake.access_log set at = at + interval '1 microsecond' where entry_no = 3",
        "update intake.access_log set actor_role_code = 'executive' where entry_no = 3",
        "update intake.access_log set actor_pseudonym = actor_pseudonym || '\\x00'::bytea where entry_no = 3",
        "update intake.access_log set application_id = application_id + 1 where entry_no = 3",
        "update intake.access_log set what = 'file' where entry_no = 3",
        "update intake.access_log set mac = set_byte(mac, 0, get_byte(mac, 0) # 1) where entry_no = 3",
        "update intake.access_log set mac = null where entry_no = 3",
        "delete from intake.access_log where entry_no = 3",
        "delete from intake.access_log where entry_no = 1",
        "delete from intake.access_log where entry_no >= 5",
        "delete from intake.access_log",
        "update intake.access_log set entry_no = 103 where entry_no = 3; update intake.access_log set entry_no = 3 where entry_no = 4; update intake.access_log set entry_no = 4 where entry_no = 103",
        "insert into intake.access_log select province_code, 7, application_id, at, actor_role_code, actor_pseudonym, reason, what, mac from intake.access_log where entry_no = 6",
        "update intake.access_log set province_code = 34 where entry_no = 6",
        "delete from intake.access_log where entry_no = 3; update intake.access_log set entry_no = entry_no - 1 where entry_no > 3",
    ];

    [Fact]
    public async Task EveryMutation_IsFound()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        for (var i = 0; i < 6; i++) await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", Why, _desk);
        var anchors = new AccessAnchors(OwnAnchors());
        anchors.Append([new AccessAnchor(76, 6, Convert.ToBase64String((await _intake.ScalarAsync<byte[]>("select mac from intake.access_log where entry_no = 6"))!))]);
        await _intake.ExecuteAsync("create table public.untouched as table intake.access_log");
        foreach (var mutation in Mutations)
        {
            Assert.Empty((await AuditAsync(anchors)).Broken);
            await _intake.ExecuteAsync(mutation);
            Assert.True((await AuditAsync(anchors)).Broken.Count > 0, mutation);
            await _intake.ExecuteAsync("delete from intake.access_log; insert into intake.access_log table public.untouched");
        }
    }

    [Fact]
    public async Task Server_CanNeitherChangeNorDeleteEntries()
    {
        await using var app = new NpgsqlConnection(_intake.Database.App);
        foreach (var sql in new[] { "update intake.access_log set reason = ''", "delete from intake.access_log" })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Dapper.SqlMapper.ExecuteAsync(app, sql))).SqlState);
    }

    [Fact]
    public async Task Command_TellsHowManyAndFailsWhereOneIsMissing()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        for (var i = 0; i < 3; i++) await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", Why, _desk);
        var environment = RunningIntake.Environment(_intake.Database);
        // All databases of a test run share a keys folder, and so its anchors: a copy without them.
        environment["ACIKKAPI_KEYS"] = Directory.CreateTempSubdirectory("acikkapi-keys-").FullName;
        File.Copy(Path.Combine(_intake.Database.Keys, KeyFolder.AccessLog), Path.Combine(environment["ACIKKAPI_KEYS"], KeyFolder.AccessLog));
        Assert.Contains("\"entries\":3", (await Programs.RunAsync("AcikKapi.Intake", ["audit", "access", "--json"], environment)).Output, StringComparison.Ordinal);
        Assert.Equal(3, (await Programs.RunAsync("AcikKapi.Intake", ["audit", "access", "--list"], environment)).Output.Split('\n').Count(l => l.Contains("\twords\tdesk\t", StringComparison.Ordinal)));
        await _intake.ExecuteAsync("delete from intake.access_log where entry_no = 2");
        var result = await Programs.TryRunAsync("AcikKapi.Intake", ["audit", "access"], environment);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("entries 2 to 2 are missing", result.Errors, StringComparison.Ordinal);
    }

    static KeyFolder OwnAnchors() => new(Directory.CreateTempSubdirectory("acikkapi-anchors-").FullName);

    async Task<AccessAudit> AuditAsync(AccessAnchors? anchors = null)
    {
        await using var owner = IntakeDatabase.Open(_intake.Database.Owner);
        return await AuditAccess.CheckAsync(new PlaceTransaction(owner), new KeyFolder(_intake.Database.Keys).Bytes(KeyFolder.AccessLog), anchors ?? new AccessAnchors(OwnAnchors()), null, CancellationToken.None);
    }
}
