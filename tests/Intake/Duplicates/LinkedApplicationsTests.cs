using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Duplicates;

/// <summary>What becomes of applications that were linked, and who can see it.</summary>
public sealed class LinkedApplicationsTests : IAsyncLifetime
{
    const string Routed = """{"event":"routed","unitCode":"76-SAG"}""", Answered = """{"event":"answered","outcome":"resolved","managerInformed":true,"answer":"Lambalar değişti."}""";
    const string Special = """{"event":"marked_special","importance":3}""", WithExecutive = """{"event":"with_executive"}""", Rejected = """{"event":"rejected","reasonCode":"repeated"}""";

    RunningIntake _intake = null!;
    string _desk = "", _liaison = "", _governor = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        foreach (var unit in new[] { "76-SAG", "76-MEB" }) await _intake.AddUnitAsync(unit, 76);
        (_desk, _liaison, _governor) = (await _intake.AddStaffAsync("desk", "76"), await _intake.AddStaffAsync("liaison", "76", "76-SAG"), await _intake.AddStaffAsync("executive", "76"));
    }

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();

    /// <summary>Art. 10-c: what waits for the executive is not answered past them, by whichever way it came to follow.</summary>
    [Fact]
    public async Task SpecialOne_IsNotAnsweredPastTheExecutive()
    {
        var (leader, special, shown, directed) = (await SentAsync(), await SentAsync(), await SentAsync(), await SentAsync());
        await StepAsync(leader, Routed, _desk);
        foreach (var number in new[] { special, shown, directed }) Assert.Equal(HttpStatusCode.NoContent, await LinkAsync(number, leader));
        await StepAsync(special, Special, _desk); // marked after it was linked
        await StepAsync(shown, WithExecutive, _desk);
        await StepAsync(directed, Special, _desk);
        await StepAsync(directed, Routed, _governor);
        var receipt = await StepAsync(leader, Answered, _liaison);
        Assert.Equal([.. new[] { special, shown }.Order(StringComparer.Ordinal)], receipt["linkedLeft"]!.AsArray().Select(n => (string)n!));
        Assert.Equal("answered received with_executive answered", await StatusesAsync(leader, special, shown, directed)); // directed to that very unit

        var (late, elsewhere) = (await SentAsync(), await SentAsync());
        await StepAsync(late, Special, _desk);
        Assert.Equal(HttpStatusCode.Conflict, await LinkAsync(late, elsewhere));
        Assert.Equal(HttpStatusCode.Conflict, await LinkAsync(shown, elsewhere));
    }

    [Fact]
    public async Task SpecialOneDirectedToAnotherUnit_IsLeftToIt()
    {
        var (leader, special) = (await SentAsync(), await SentAsync());
        await StepAsync(leader, Routed, _desk);
        await StepAsync(special, Special, _desk);
        await StepAsync(special, Routed.Replace("SAG", "MEB", StringComparison.Ordinal), _governor);
        Assert.Equal(HttpStatusCode.NoContent, await LinkAsync(special, leader));
        await StepAsync(leader, Answered, _liaison);
        Assert.Equal("answered routed", await StatusesAsync(leader, special));
    }

    [Fact]
    public async Task ExecutivesOwnAnswer_AnswersSpecialOnesToo()
    {
        var (leader, special) = (await SentAsync(), await SentAsync());
        await StepAsync(leader, Routed, _desk);
        await StepAsync(special, Special, _desk);
        Assert.Equal(HttpStatusCode.NoContent, await LinkAsync(special, leader, _governor));
        Assert.Null((await StepAsync(leader, Answered, _governor))["linkedLeft"]);
        Assert.Equal("answered answered", await StatusesAsync(leader, special));
    }

    /// <summary>Nobody is forgotten behind a leader that ended: the officer hears of them at once and finds them on the list.</summary>
    [Theory]
    [InlineData(Rejected, "rejected")]
    [InlineData("""{"event":"referred","provinceCode":34}""", "referred")]
    public async Task LeaderThatEndsUnanswered_LeavesItsFollowersInSight(string step, string status)
    {
        var (leader, follower, secret, calm, calmLeader) = (await SentAsync(), await SentAsync(), await SentAsync(), await SentAsync(), await SentAsync());
        foreach (var number in new[] { follower, secret }) await LinkAsync(number, leader);
        await LinkAsync(calm, calmLeader);
        await StepAsync(secret, """{"event":"confidential_set"}""", _desk);
        Assert.Equal([follower], (await StepAsync(leader, step, _desk))["linkedLeft"]!.AsArray().Select(n => (string)n!)); // not the sealed one
        var waiting = (await AskAsync("/v1/links", _desk)).AsArray();
        Assert.Equal([$"{follower} {leader} {status} true", $"{calm} {calmLeader} received false"], waiting.Select(w => $"{w!["trackingNumber"]} {w["leader"]} {w["leaderStatus"]} {w["leaderEnded"]}"));
        Assert.Equal(3, (await AskAsync("/v1/links", _governor)).AsArray().Count);
        Assert.Empty((await AskAsync("/v1/links", await _intake.AddStaffAsync("desk", "34"))).AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Get, "/v1/links", token: _liaison)).Status);
    }

    [Fact]
    public async Task Links_AreShownWithTheirHistoryToThePlaceOnly()
    {
        var (leader, other, follower) = (await SentAsync(), await SentAsync(), await SentAsync());
        await LinkAsync(follower, leader);
        await LinkAsync(follower, leader); // again: nothing new
        await LinkAsync(follower, other, _governor);
        await LinkAsync(follower, null);
        await LinkAsync(follower, null);
        await LinkAsync(follower, leader);
        var shown = await AskAsync($"/v1/applications/{follower}/link", _desk);
        Assert.Equal((leader, 0), ((string)shown["leader"]!["trackingNumber"]!, shown["followers"]!.AsArray().Count));
        Assert.Equal([$"linked {leader}", $"linked {other}", $"unlinked {other}", $"linked {leader}"], shown["changes"]!.AsArray().Select(c => $"{c!["action"]} {c["leader"]}"));
        Assert.Equal([follower], (await AskAsync($"/v1/applications/{leader}/link", _desk))["followers"]!.AsArray().Select(f => (string)f!["trackingNumber"]!));
        Assert.Equal(4, await _intake.ScalarAsync<int>("select count(*)::int from intake.link_changes"));

        foreach (var (token, status) in new[] { (await _intake.AddStaffAsync("desk", "34"), HttpStatusCode.NotFound), (await _intake.AddStaffAsync("desk", "76-1398"), HttpStatusCode.NotFound), (_liaison, HttpStatusCode.Forbidden) })
            Assert.Equal(status, (await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{follower}/link", token: token)).Status);
        await StepAsync(leader, """{"event":"confidential_set"}""", _desk);
        shown = await AskAsync($"/v1/applications/{follower}/link", _desk);
        Assert.Null(shown["leader"]);
        Assert.DoesNotContain(leader, shown.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>An answer locks the leader and all that follow, a link the two: in one order, so that they wait in line and not in a circle.</summary>
    [Fact]
    public async Task AnswerAndLinkAtOnce_NeverStopEachOther()
    {
        for (var i = 0; i < 15; i++)
        {
            var numbers = new[] { await SentAsync(), await SentAsync() }.Order(StringComparer.Ordinal).ToArray();
            var (follower, leader) = (numbers[0], numbers[1]); // the leader has the larger number
            await StepAsync(leader, Routed, _desk);
            await LinkAsync(follower, leader);
            var answer = _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{leader}/events", Answered, _liaison);
            var links = await Task.WhenAll(LinkAsync(follower, leader), LinkAsync(follower, leader));
            Assert.Equal(HttpStatusCode.OK, (await answer).Status);
            Assert.All(links, status => Assert.True(status is HttpStatusCode.NoContent or HttpStatusCode.Conflict, status.ToString())); // the latter: answered already
            Assert.Equal("answered answered", await StatusesAsync(leader, follower));
        }
        Assert.Equal(0, await _intake.ScalarAsync<int>("select deadlocks::int from pg_stat_database where datname = current_database()"));
    }

    Task<string> SentAsync() => _intake.AcceptedAsync(Bodies.Valid());

    async Task<HttpStatusCode> LinkAsync(string number, string? to, string? token = null) =>
        (await _intake.AskAsync(HttpMethod.Put, $"/v1/applications/{number}/link", new JsonObject { ["to"] = to }.ToJsonString(), token ?? _desk)).Status;

    async Task<JsonNode> StepAsync(string number, string body, string token)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", body, token);
        Assert.True(status == HttpStatusCode.OK, json?.ToJsonString());
        return json!;
    }

    async Task<JsonNode> AskAsync(string path, string token)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Get, path, token: token);
        Assert.True(status == HttpStatusCode.OK, json?.ToJsonString());
        return json!;
    }

    async Task<string> StatusesAsync(params string[] numbers)
    {
        var statuses = new List<string>();
        foreach (var number in numbers) statuses.Add((string)(await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{number}")).Json!["status"]!);
        return string.Join(' ', statuses);
    }
}
