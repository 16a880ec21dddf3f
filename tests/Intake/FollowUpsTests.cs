using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class FollowUpsTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _desk = "", _executive = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        await _intake.AddUnitAsync("76-SAG", 76);
        (_desk, _executive) = (await _intake.AddStaffAsync("desk", "76"), await _intake.AddStaffAsync("executive", "76"));
    }

    public ValueTask DisposeAsync() => _intake.DisposeAsync();

    [Fact]
    public async Task SpecialAndSealedOnes_AreListedWhatWaitsFirst()
    {
        var (plain, special, secret) = (await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.With("confidential", "true")));
        await StepAsync(special, """{"event":"marked_special","importance":3}""", _desk);
        var list = await ListAsync(_executive);
        Assert.Equal([(special, true), (secret, true)], list.Select(f => ((string)f!["trackingNumber"]!, (bool)f["waits"]!)));
        Assert.DoesNotContain(plain, list.ToJsonString(), StringComparison.Ordinal);

        await StepAsync(special, """{"event":"routed","unitCode":"76-SAG"}""", _executive); // directed: now the unit has it
        list = await ListAsync(_executive);
        Assert.Equal([(secret, true), (special, false)], list.Select(f => ((string)f!["trackingNumber"]!, (bool)f["waits"]!)));
        Assert.Equal(("76-SAG", "routed", 7), ((string)list[1]!["unitCode"]!, (string)list[1]!["lastStep"]!, (int)list[1]!["workingDaysLeft"]!));
        Assert.NotNull(list[1]!["unitDueDate"]);

        await StepAsync(secret, """{"event":"confidential_confirmed"}""", _executive);
        Assert.Equal([true, false], (await ListAsync(_executive)).OrderBy(f => (bool)f!["special"]!).Select(f => (bool)f!["decided"]!));
        await StepAsync(secret, """{"event":"confidential_lifted"}""", _executive);
        Assert.Equal([special], (await ListAsync(_executive)).Select(f => (string)f!["trackingNumber"]!));
    }

    [Fact]
    public async Task ClosedOnesAndOtherPlaces_AreNotListed()
    {
        var number = await _intake.AcceptedAsync(Bodies.With("confidential", "true"));
        Assert.Empty(await ListAsync(await _intake.AddStaffAsync("executive", "34")));
        Assert.Empty(await ListAsync(await _intake.AddStaffAsync("executive", "76-1398")));
        Assert.Single(await ListAsync(await _intake.AddStaffAsync("executive", "76-1692")));
        foreach (var step in new[] { """{"event":"routed","unitCode":"76-SAG"}""", """{"event":"answered","outcome":"resolved","managerInformed":true,"answer":"Yapıldı."}""" }) await StepAsync(number, step, _executive);
        Assert.Equal("resolved", (string)(await ListAsync(_executive))[0]!["outcome"]!);
        await StepAsync(number, """{"event":"closed"}""", _executive);
        Assert.Empty(await ListAsync(_executive));
    }

    /// <summary>Five hundred directed ones that are due earlier do not push out the one that waits.</summary>
    [Fact]
    public async Task WhatWaits_IsNeverCutOffBehindWhatDoesNot()
    {
        var waiting = await _intake.AcceptedAsync(Bodies.Valid());
        await StepAsync(waiting, """{"event":"marked_special","importance":1}""", _desk);
        await _intake.ExecuteAsync("""
            with more as (
              insert into intake.applications (province_code, tracking_number, origin, kind_code, channel_code, district_code, bureau_code, hide_identity, confidential,
                state_of_emergency, sealed, notify, special, importance, received_at, due_on, status)
              select 76, '76' || lpad(g::text, 16, '0'), 'posted', 'complaint', 'web', 1692, '76', false, false, false, false, false, true, 3, now(), current_date - 30, 'routed'
              from generate_series(1, 501) g
              returning application_id
            )
            insert into intake.application_events (province_code, application_id, event_no, event_code, at) select 76, application_id, 1, 'received', now() from more
            """);
        var list = await ListAsync(_executive);
        Assert.Equal((500, waiting, true), (list.Count, (string)list[0]!["trackingNumber"]!, (bool)list[0]!["waits"]!));
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("coordinator")]
    [InlineData("liaison")]
    [InlineData("analyst")]
    public async Task OtherRoles_Get403(string role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Get, "/v1/follow-ups", token: await _intake.AddStaffAsync(role, "76"))).Status);

    [Fact]
    public async Task WithoutToken_Gets401() => Assert.Equal(HttpStatusCode.Unauthorized, (await _intake.AskAsync(HttpMethod.Get, "/v1/follow-ups")).Status);

    async Task<JsonArray> ListAsync(string token) => (await _intake.AskAsync(HttpMethod.Get, "/v1/follow-ups", token: token)).Json!.AsArray();

    async Task StepAsync(string number, string body, string token)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", body, token);
        Assert.True(status == HttpStatusCode.OK, json?.ToJsonString());
    }
}
