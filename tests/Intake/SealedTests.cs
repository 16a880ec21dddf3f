using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>Sealed applications are the executive line's alone (art. 5-l): by the rules of the program, and by the database itself.</summary>
public sealed class SealedTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _number = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        _number = await _intake.AcceptedAsync(Bodies.With("confidential", "true"));
    }

    public ValueTask DisposeAsync() => _intake.DisposeAsync();

    [Theory]
    [InlineData("applications")]
    [InlineData("applicants")]
    [InlineData("application_events")]
    public async Task Database_ShowsThemOnlyToATransactionThatMaySeeThem(string table)
    {
        await using var app = new NpgsqlConnection(_intake.Database.App);
        await app.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await app.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await app.ExecuteAsync("select set_config('app.place', '76', true)");
        Assert.Equal(0, await app.ExecuteScalarAsync<int>($"select count(*) from intake.{table}"));
        await app.ExecuteAsync("select set_config('app.sealed', 'seen', true)");
        Assert.True(await app.ExecuteScalarAsync<int>($"select count(*) from intake.{table}") > 0);
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("coordinator")]
    [InlineData("liaison")]
    public async Task Others_MeetThemNowhere(string role)
    {
        var token = await _intake.AddStaffAsync(role, "76");
        foreach (var path in new[] { "/v1/applications?state=open", "/v1/applications?state=all", $"/v1/applications?state=all&number={_number}", "/v1/deadlines?state=due_soon&days=30", "/v1/assignments" })
            Assert.DoesNotContain(_number, (await _intake.AskAsync(HttpMethod.Get, path, token: token)).Json?.ToJsonString() ?? "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{_number}/case", token: token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{_number}/national-id", """{"reason":"Merak"}""", token)).Status);
    }

    [Fact]
    public async Task ExecutiveAndApplicant_SeeThem()
    {
        var executive = await _intake.AddStaffAsync("executive", "76");
        var list = (await _intake.AskAsync(HttpMethod.Get, "/v1/applications", token: executive)).Json!["applications"]!.AsArray();
        Assert.Equal([_number], list.Select(a => (string)a!["trackingNumber"]!));
        var found = (await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{_number}/case", token: executive)).Json!;
        Assert.Contains("confidential_confirmed", found["next"]!.AsArray().Select(n => (string)n!));
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{_number}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{_number}/deadline")).Status);
    }

    [Fact]
    public async Task SealingAndLifting_TakeItFromTheDeskAndGiveItBack()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        var (desk, executive) = (await _intake.AddStaffAsync("desk", "76"), await _intake.AddStaffAsync("executive", "76"));
        Assert.Equal(1, await SeenAsync(desk, number));
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"confidential_set"}""", desk);
        Assert.Equal(0, await SeenAsync(desk, number));
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"confidential_lifted"}""", executive);
        Assert.Equal(1, await SeenAsync(desk, number));
    }

    async Task<int> SeenAsync(string token, string number) =>
        ((JsonArray)(await _intake.AskAsync(HttpMethod.Get, $"/v1/applications?number={number}", token: token)).Json!["applications"]!).Count;
}
