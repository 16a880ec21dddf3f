using System.Net;
using System.Text.Json.Nodes;
using AcikKapi.Tests.Intake.Pages;
using AcikKapi.Tests.Intake.SignIn;
using Xunit;

namespace AcikKapi.Tests.Intake.Flags;

/// <summary>Rule 10: what officers decide of a flag, and what was done about it.</summary>
public sealed class FlagsTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task Analyst_DecidesOnFlagsOfTheOwnPlaceAndTheLastDecisionStands()
    {
        await FoundAsync("A1", 76, "il:76");
        await FoundAsync("A2", 34, "il:34");
        var analyst = await intake.AddStaffAsync("analyst", "76");
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(analyst, """{"flagId":"A1","verdict":"dismissed","reason":"season","note":"Her güz olur."}"""));
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(analyst, """{"flagId":"A1","verdict":"confirmed","measure":"staff","measuredOn":"2026-10-01"}"""));
        Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(analyst, """{"flagId":"A2","verdict":"confirmed"}"""));
        Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(analyst, """{"flagId":"yok","verdict":"confirmed"}"""));

        var verdict = (await ListedAsync(analyst)).First(f => (string)f!["flagId"]! == "A1")!["verdict"]!;
        Assert.Equal(("confirmed", "staff", "2026-10-01", "analyst"), ((string)verdict["code"]!, (string)verdict["measure"]!, (string)verdict["measuredOn"]!, (string)verdict["role"]!));
        Assert.Equal(2, await intake.ScalarAsync<int>("select count(*)::int from intake.verdicts where flag_id = 'A1'"));
        Assert.DoesNotContain(await ListedAsync(analyst), f => (string)f!["flagId"]! == "A2");
    }

    [Fact]
    public async Task DistrictsStaff_DecideOnTheirDistrictOnly_AndTheMinistryOnTheCountry()
    {
        await FoundAsync("B1", 4, "ilce:4-1568");
        await FoundAsync("B2", 4, "ilce:4-1111");
        await FoundAsync("B3", 0, "TR");
        var kaymakam = await intake.AddStaffAsync("executive", "4-1568");
        Assert.Equal(["B1"], (await ListedAsync(kaymakam)).Select(f => (string)f!["flagId"]!));
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(kaymakam, """{"flagId":"B1","verdict":"confirmed"}"""));
        foreach (var foreign in new[] { "B2", "B3" })
            Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(kaymakam, $$"""{"flagId":"{{foreign}}","verdict":"confirmed"}"""));

        var ministry = await intake.AddStaffAsync("ministry", null!);
        Assert.Equal(["B3"], (await ListedAsync(ministry)).Select(f => (string)f!["flagId"]!));
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(ministry, """{"flagId":"B3","verdict":"explained","reason":"announcement"}"""));
        Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(ministry, """{"flagId":"B2","verdict":"confirmed"}"""));
    }

    [Theory]
    [InlineData("""{"flagId":"C1"}""", "verdict")]
    [InlineData("""{"flagId":"C1","verdict":"maybe"}""", "verdict")]
    [InlineData("""{"flagId":"C1","verdict":"dismissed"}""", "reason")]
    [InlineData("""{"flagId":"C1","verdict":"confirmed","measure":"staff"}""", "measuredOn")]
    [InlineData("""{"flagId":"C1","verdict":"confirmed","measuredOn":"2026-10-01"}""", "measure")]
    [InlineData("""{"flagId":"C1","verdict":"confirmed","measure":"staff","measuredOn":"2099-01-01"}""", "measuredOn")]
    public async Task WhatIsMissingOrWrong_IsSaidFieldByField(string body, string field)
    {
        var (status, json) = await intake.AskAsync(HttpMethod.Post, "/v1/flag-verdicts", body, await intake.AddStaffAsync("executive", "76"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal([field], json!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory]
    [InlineData("desk", "76")]
    [InlineData("coordinator", "76")]
    [InlineData("liaison", "76")]
    [InlineData("field", "76")]
    public async Task AnybodyElse_IsRefused(string role, string place)
    {
        var token = await intake.AddStaffAsync(role, place);
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.AskAsync(HttpMethod.Get, "/v1/flags", token: token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, await DecideAsync(token, """{"flagId":"A1","verdict":"confirmed"}"""));
    }

    [Fact]
    public async Task WithoutToken_Is401() => Assert.Equal(HttpStatusCode.Unauthorized, (await intake.AskAsync(HttpMethod.Get, "/v1/flags")).Status);

    [Fact]
    public async Task Page_TakesTheDecisionAndSaysWhatIsMissing()
    {
        await FoundAsync("D1", 6, "il:6");
        var client = await (await Person.AddAsync(intake, "analyst", "6")).SignInAsync(intake);
        Assert.Contains("Sentence of D1", (await client.GetAsync("/gorevli/isaretler")).Body, StringComparison.Ordinal);
        var wrong = await client.PostAsync("/gorevli/isaretler", ("flagId", "D1"), ("verdict", "dismissed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Neden sorun olmadığını seçin", PageClient.Text(wrong.Body), StringComparison.Ordinal);
        var right = await client.PostAsync("/gorevli/isaretler", ("flagId", "D1"), ("verdict", "dismissed"), ("reason", "no_trace"));
        Assert.Equal(HttpStatusCode.Found, right.Status);
        Assert.Contains(": İncelendi; iz bulunamadı", PageClient.Text((await client.GetAsync("/gorevli/isaretler")).Body), StringComparison.Ordinal);
    }

    Task FoundAsync(string id, int province, string scope) => intake.ExecuteAsync("""
        insert into intake.found_flags (flag_id, province_code, scope_code, direction, detector, sentence, first_seen, last_seen)
        values (@id, @province, @scope, 'problem', 'sudden_rise', 'Sentence of ' || @id, '2026-10-01', '2026-10-31')
        """, new { id, province = (short)province, scope });

    async Task<HttpStatusCode> DecideAsync(string token, string body) => (await intake.AskAsync(HttpMethod.Post, "/v1/flag-verdicts", body, token)).Status;

    async Task<JsonArray> ListedAsync(string token) => (await intake.AskAsync(HttpMethod.Get, "/v1/flags", token: token)).Json!.AsArray();
}
