using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Bureaus;

/// <summary>Bureaus, their teams, and whose work an application is.</summary>
public sealed class BureausTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _coordinator = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        _coordinator = await _intake.AddStaffAsync("coordinator", "76");
    }

    [Fact]
    public async Task Bureau_WarnsUntilItHasFiveOfWhomOneCoordinates()
    {
        Assert.Equal(["Büroda en az 5 görevli bulunmalı (md. 6); şu anda 0.", "Görevlilerden biri koordinatör olmalı (md. 6); şu anda 0."], await WarningsAsync("76"));
        await JoinAsync("76", _coordinator, """{"duty":"Koordinatör","coordinator":true}""");
        for (var i = 0; i < 4; i++) await JoinAsync("76", await _intake.AddStaffAsync("desk", "76"), """{"duty":"Banko"}""");
        Assert.Empty(await WarningsAsync("76"));
        await JoinAsync("76", await _intake.AddStaffAsync("desk", "76"), """{"duty":"Banko","coordinator":true}""");
        Assert.Equal(["Görevlilerden biri koordinatör olmalı (md. 6); şu anda 2."], await WarningsAsync("76"));
    }

    [Fact]
    public async Task OpenedBureau_ReceivesItsDistrictUntilItCloses()
    {
        Assert.Equal("76", await ReceivedByAsync());
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/v1/bureaus/76-1692", """{"name":"Tuzluca Kaymakamlığı Açık Kapı Bürosu","openedOn":"2020-01-01"}"""));
        Assert.Equal("76-1692", await ReceivedByAsync());
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/v1/bureaus/76-1692", """{"name":"Tuzluca Kaymakamlığı Açık Kapı Bürosu","openedOn":"2020-01-01","closedOn":"2024-01-01"}"""));
        Assert.Equal("76", await ReceivedByAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PutAsync("/v1/bureaus/76", """{"name":"Valilik","openedOn":"2018-01-01","closedOn":"2024-01-01"}"""));
        foreach (var nowhere in new[] { "34-1421", "76-1398", "76-9", "x" }) // another province's, the centre, none
            Assert.Equal(HttpStatusCode.NotFound, await PutAsync($"/v1/bureaus/{nowhere}", """{"name":"Büro","openedOn":"2020-01-01"}"""));
    }

    [Fact]
    public async Task StrangerOfAnotherPlace_CannotJoinTheTeam()
    {
        var stranger = await _intake.StaffIdAsync(await _intake.AddStaffAsync("desk", "34"));
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync($"/v1/bureaus/76/team/{stranger}", """{"duty":"Banko"}"""));
        var district = await _intake.StaffIdAsync(await _intake.AddStaffAsync("desk", "76-1692"));
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync($"/v1/bureaus/76/team/{district}", """{"duty":"Banko"}"""));
    }

    [Fact]
    public async Task SharedWork_GoesToTheTeamByWeightAndIsSeenByEachAlone()
    {
        var (one, other) = (await _intake.AddStaffAsync("desk", "76"), await _intake.AddStaffAsync("desk", "76"));
        await JoinAsync("76", one, """{"duty":"Banko","weight":2}""");
        await JoinAsync("76", other, """{"duty":"Banko","weight":1}""");
        for (var i = 0; i < 6; i++) await _intake.AcceptedAsync(Bodies.Valid());
        var secret = Bodies.Valid();
        secret["confidential"] = true;
        await _intake.AcceptedAsync(secret);

        Assert.Equal((6, 0), await ShareAsync());
        Assert.Equal((0, 0), await ShareAsync()); // all have an owner now
        Assert.Equal((4, 2, 6), (await MineAsync(one), await MineAsync(other), await MineAsync(_coordinator)));
        Assert.Equal(0, await MineAsync(await _intake.AddStaffAsync("desk", "34")));
    }

    [Fact]
    public async Task WhoLeavesTheTeam_LeavesTheWorkToTheOthers()
    {
        var (one, other) = (await _intake.AddStaffAsync("desk", "76"), await _intake.AddStaffAsync("desk", "76"));
        await JoinAsync("76", one, """{"duty":"Banko"}""");
        for (var i = 0; i < 3; i++) await _intake.AcceptedAsync(Bodies.Valid());
        Assert.Equal((3, 0), await ShareAsync());
        await JoinAsync("76", one, """{"duty":"Banko","from":"2024-01-01","until":"2024-06-01"}""");
        Assert.Equal((0, 3), await ShareAsync());
        await JoinAsync("76", other, """{"duty":"Banko"}""");
        Assert.Equal((3, 0), await ShareAsync());
        Assert.Equal((0, 3), (await MineAsync(one), await MineAsync(other)));
        Assert.Equal(6, await _intake.ScalarAsync<int>("select count(*)::int from intake.assignments")); // every owner is kept
    }

    [Fact]
    public async Task MemberOfSomeHeadingsOnly_GetsTheseOnly()
    {
        var health = await _intake.AddStaffAsync("desk", "76");
        await JoinAsync("76", health, """{"duty":"Sağlık masası","headings":["SAG"]}""");
        foreach (var type in new[] { "SAG", "SAG-01", "SOS-01" })
        {
            var body = Bodies.Valid();
            body["typeCode"] = type;
            await _intake.AcceptedAsync(body);
        }
        Assert.Equal((2, 1), await ShareAsync());
    }

    [Fact]
    public async Task Coordinator_GivesAnApplicationToAMember()
    {
        var desk = await _intake.AddStaffAsync("desk", "76");
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        var assignment = $$"""{"staffId":"{{await _intake.StaffIdAsync(desk)}}"}""";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/assignment", assignment, _coordinator)).Status);
        await JoinAsync("76", desk, """{"duty":"Banko"}""");
        Assert.Equal(HttpStatusCode.NoContent, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/assignment", assignment, _coordinator)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/assignment", assignment, desk)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/assignment", assignment, await _intake.AddStaffAsync("coordinator", "34"))).Status);
        Assert.Equal(1, await MineAsync(desk));
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"rejected","reasonCode":"repeated"}""", _coordinator);
        Assert.Equal(HttpStatusCode.Conflict, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/assignment", assignment, _coordinator)).Status);
        Assert.Equal(0, await MineAsync(desk));
    }

    async Task JoinAsync(string bureau, string token, string body) =>
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync($"/v1/bureaus/{bureau}/team/{await _intake.StaffIdAsync(token)}", body));

    async Task<HttpStatusCode> PutAsync(string path, string body) => (await _intake.AskAsync(HttpMethod.Put, path, body, _coordinator)).Status;

    async Task<string> ReceivedByAsync()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        return (await _intake.ScalarAsync<string>("select bureau_code from intake.applications where tracking_number = @number", new { number }))!;
    }

    async Task<(int, int)> ShareAsync()
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/bureaus/76/share", "{}", _coordinator);
        Assert.Equal(HttpStatusCode.OK, status);
        return ((int)json!["shared"]!, (int)json["left"]!);
    }

    async Task<int> MineAsync(string token) => (await _intake.AskAsync(HttpMethod.Get, "/v1/assignments", token: token)).Json!.AsArray().Count;

    async Task<string[]> WarningsAsync(string bureau) =>
        [.. (await _intake.AskAsync(HttpMethod.Get, "/v1/bureaus", token: _coordinator)).Json!.AsArray().Single(b => (string)b!["bureauCode"]! == bureau)!["warnings"]!.AsArray().Select(w => (string)w!)];

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
