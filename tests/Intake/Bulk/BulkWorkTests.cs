using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake.Bulk;

public sealed class BulkWorkTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _coordinator = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        await _intake.AddUnitAsync("76-SAG", 76);
        await _intake.AddUnitAsync("76-MEB", 76);
        _coordinator = await _intake.AddStaffAsync("coordinator", "76");
    }

    [Fact]
    public async Task Preview_ShowsWhatWouldChangeAndChangesNothing()
    {
        var numbers = await SubmitAsync(3);
        await BulkAsync(numbers, """ "preview":false,"step":{"event":"routed","unitCode":"76-SAG"} """);
        var before = await _intake.ScalarAsync<string>("select string_agg(status || unit_code, ',') from intake.applications");
        var preview = await BulkAsync(numbers, """ "step":{"event":"rerouted","unitCode":"76-MEB"} """);
        Assert.Equal((true, 3, 0), ((bool)preview["preview"]!, (int)preview["changed"]!, (int)preview["refused"]!));
        Assert.All(preview["lines"]!.AsArray(), l => Assert.Equal("routed 76-SAG → rerouted 76-MEB", $"{l!["status"]} {l["unitCode"]} → {l["newStatus"]} {l["newUnitCode"]}"));
        Assert.Equal(before, await _intake.ScalarAsync<string>("select string_agg(status || unit_code, ',') from intake.applications"));
        Assert.Equal(6, await _intake.ScalarAsync<int>("select count(*)::int from intake.application_events"));
    }

    [Fact]
    public async Task OneRefusal_StopsNoOther()
    {
        var numbers = await SubmitAsync(4);
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{numbers[1]}/events", """{"event":"rejected","reasonCode":"repeated"}""", _coordinator);
        var secret = Bodies.Valid();
        secret["confidential"] = true;
        var hidden = await _intake.AcceptedAsync(secret);
        var done = await BulkAsync([.. numbers, hidden, "761111111111111111"], """ "preview":false,"step":{"event":"routed","unitCode":"76-SAG"} """);
        Assert.Equal((3, 3), ((int)done["changed"]!, (int)done["refused"]!));
        string Why(string number) => (string)done["lines"]!.AsArray().Single(l => (string)l!["trackingNumber"]! == number)!["refused"]!;
        Assert.Contains("Yapılabilecek", Why(numbers[1]), StringComparison.Ordinal);
        Assert.Equal(Why("761111111111111111"), Why(hidden)); // as if it were not there
        Assert.Equal(3, await _intake.ScalarAsync<int>("select count(*)::int from intake.applications where status = 'routed'"));
    }

    [Fact]
    public async Task ManyAreAssignedAndTakenBack()
    {
        var numbers = await SubmitAsync(3);
        var desk = await _intake.AddStaffAsync("desk", "76");
        var id = await _intake.StaffIdAsync(desk);
        var refused = await BulkAsync(numbers, $$""" "preview":false,"assignTo":"{{id}}" """);
        Assert.Equal(3, (int)refused["refused"]!); // not of the team yet
        await _intake.AskAsync(HttpMethod.Put, $"/v1/bureaus/76/team/{id}", """{"duty":"Banko"}""", _coordinator);
        Assert.Equal(3, (int)(await BulkAsync(numbers, $$""" "preview":false,"assignTo":"{{id}}" """))["changed"]!);
        Assert.Equal(3, await MineAsync(desk));
        Assert.Equal(2, (int)(await BulkAsync(numbers[..2], """ "preview":false,"unassign":true """))["changed"]!);
        Assert.Equal(1, await MineAsync(desk));
        Assert.Equal(5, await _intake.ScalarAsync<int>("select count(*)::int from intake.assignments"));
        var shared = (await _intake.AskAsync(HttpMethod.Post, "/v1/bureaus/76/share", "{}", _coordinator)).Json!;
        Assert.Equal(2, (int)shared["shared"]!); // unowned ones are shared out again
    }

    [Theory]
    [InlineData("""{"trackingNumbers":[],"unassign":true}""", "trackingNumbers")]
    [InlineData("""{"trackingNumbers":["341111111111111111"],"unassign":true}""", "trackingNumbers")]
    [InlineData("""{"trackingNumbers":["761111111111111111"]}""", "step")]
    [InlineData("""{"trackingNumbers":["761111111111111111"],"unassign":true,"step":{"event":"closed"}}""", "step")]
    [InlineData("""{"trackingNumbers":["761111111111111111"],"step":{"event":"answered","outcome":"resolved","managerInformed":true}}""", "step")]
    public async Task ImpossibleRequest_Gets422ThatNamesTheField(string body, string field)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/bulk", body, _coordinator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(field, json!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task MalformedNumbers_AreNamedByTheirPlace()
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/bulk", """{"trackingNumbers":["761111111111111111","76",7,"761111111111111112","341111111111111111"],"unassign":true}""", _coordinator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(": 2, 3, 5.", (string)json!["errors"]!["trackingNumbers"]![0]!, StringComparison.Ordinal);
    }

    /// <summary>Not even by the one step that the desk may record of it alone (art. 5-l).</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SealedOne_IsAnsweredLikeAnUnknownNumberWhateverIsAsked(bool preview)
    {
        var secret = Bodies.Valid();
        secret["confidential"] = true;
        var (hidden, desk) = (await _intake.AcceptedAsync(secret), await _intake.AddStaffAsync("desk", "76"));
        foreach (var what in new[] { """ "step":{"event":"with_executive"} """, """ "step":{"event":"routed","unitCode":"76-SAG"} """, """ "unassign":true """ })
            foreach (var token in new[] { desk, _coordinator })
            {
                var (_, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/bulk", $$"""{"trackingNumbers":["{{hidden}}","761111111111111111"],"preview":{{(preview ? "true" : "false")}},{{what}}}""", token);
                var lines = json!["lines"]!.AsArray().Select(l => l!.ToJsonString().Replace(hidden, "", StringComparison.Ordinal).Replace("761111111111111111", "", StringComparison.Ordinal)).ToList();
                Assert.Single(lines.Distinct(StringComparer.Ordinal));
            }
        Assert.Equal("received", await _intake.ScalarAsync<string>("select status from intake.applications"));
        var id = await _intake.StaffIdAsync(desk);
        foreach (var number in new[] { hidden, "761111111111111111" }) // nor by assigning it alone
            Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/assignment", $$"""{"staffId":"{{id}}"}""", desk)).Status);
    }

    /// <summary>What was done before the database went away is told, not hidden behind a 503.</summary>
    [Fact]
    public async Task DatabaseGoneHalfWay_TellsWhatWasDone()
    {
        var numbers = await SubmitAsync(4);
        await using var owner = new NpgsqlConnection(_intake.Database.Owner);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync("select from intake.applications where tracking_number = @number for update", new { number = numbers[2] });
        var bulk = BulkAsync(numbers, """ "preview":false,"step":{"event":"routed","unitCode":"76-SAG"} """);
        const string Waiting = "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (await _intake.ScalarAsync<int>("select count(*)::int " + Waiting) == 0) await Task.Delay(20, TestContext.Current.CancellationToken);
        await _intake.ExecuteAsync("select pg_terminate_backend(pid) " + Waiting);
        var done = await bulk;
        Assert.Equal((2, 2), ((int)done["changed"]!, (int)done["refused"]!));
        string?[] told = [.. done["lines"]!.AsArray().Select(l => (string?)l!["refused"])];
        Assert.Null(told[0]);
        Assert.Contains("bilinmiyor", told[2], StringComparison.Ordinal);
        Assert.Contains("Yapılmadı", told[3], StringComparison.Ordinal);
        await held.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, await _intake.ScalarAsync<int>("select count(*)::int from intake.applications where status = 'routed'"));
    }

    [Fact]
    public async Task WithoutToken_IsUnauthorized() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await _intake.AskAsync(HttpMethod.Post, "/v1/bulk", """{"trackingNumbers":["761111111111111111"],"unassign":true}""")).Status);

    async Task<string[]> SubmitAsync(int count)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++) numbers.Add(await _intake.AcceptedAsync(Bodies.Valid()));
        return [.. numbers];
    }

    async Task<JsonNode> BulkAsync(string[] numbers, string rest)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/bulk", $$"""{"trackingNumbers":[{{string.Join(',', numbers.Select(n => $"\"{n}\""))}}],{{rest}}}""", _coordinator);
        Assert.True(status == HttpStatusCode.OK, json?.ToJsonString());
        return json!;
    }

    async Task<int> MineAsync(string token) => (await _intake.AskAsync(HttpMethod.Get, "/v1/assignments", token: token)).Json!.AsArray().Count;

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
