using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Workbench;

/// <summary>Briefs that people of the workbench order for the night to print.</summary>
public sealed class BriefOrdersTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task Order_WaitsOnce_AndThePlaceSeesIt()
    {
        var analyst = await intake.AddStaffAsync("analyst", "76");
        Assert.Equal(HttpStatusCode.NoContent, await OrderAsync(analyst, "il:76", "2025-03"));
        Assert.Equal(HttpStatusCode.NoContent, await OrderAsync(analyst, "il:76", "2025-03")); // it waits already
        Assert.Equal(HttpStatusCode.NoContent, await OrderAsync(analyst, "ilce:76-1692", "2026"));

        Assert.Equal(["ilce:76-1692 2026", "il:76 2025-03"], (await ListedAsync(await intake.AddStaffAsync("executive", "76"))).Select(o => $"{o!["scope"]} {o["period"]}"));
        Assert.Equal(["ilce:76-1692 2026"], (await ListedAsync(await intake.AddStaffAsync("executive", "76-1692"))).Select(o => $"{o!["scope"]} {o["period"]}"));
        Assert.Empty(await ListedAsync(await intake.AddStaffAsync("analyst", "4")));
    }

    [Theory]
    [InlineData("analyst", "76", "il:4")]
    [InlineData("analyst", "76", "bakanlik")]
    [InlineData("analyst", "76", "ilce:4-1568")]
    [InlineData("analyst", "76", "ilce:76-1568")]
    [InlineData("executive", "76-1692", "il:76")]
    [InlineData("ministry", null, "il:82")]
    [InlineData("ministry", null, "../../etc")]
    public async Task PlaceOfOthers_OrNone_IsRefused(string role, string? place, string scope)
    {
        var (status, json) = await intake.AskAsync(HttpMethod.Post, "/v1/brief-orders", $$"""{"scope":"{{scope}}","period":"2026-10"}""", await intake.AddStaffAsync(role, place!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["scope"], json!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory, InlineData("2026-13"), InlineData("2026-Q5"), InlineData("2026-W54"), InlineData("dün")]
    public async Task PeriodThatIsNone_IsRefused(string period)
    {
        var (status, json) = await intake.AskAsync(HttpMethod.Post, "/v1/brief-orders", $$"""{"scope":"bakanlik","period":"{{period}}"}""", await intake.AddStaffAsync("ministry", null!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["period"], json!["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task TwentyWait_NotOneMore()
    {
        var analyst = await intake.AddStaffAsync("analyst", "6");
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.NoContent, await OrderAsync(analyst, "il:6", $"2025-W{i + 10}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await OrderAsync(analyst, "il:6", "2024"));
        Assert.Equal(HttpStatusCode.NoContent, await OrderAsync(analyst, "il:6", "2025-W12")); // waits already
    }

    [Theory, InlineData("desk"), InlineData("liaison")]
    public async Task WhoDoesNotWorkThere_IsRefused(string role) =>
        Assert.Equal(HttpStatusCode.Forbidden, await OrderAsync(await intake.AddStaffAsync(role, "76"), "il:76", "2026-10"));

    async Task<HttpStatusCode> OrderAsync(string token, string scope, string period) =>
        (await intake.AskAsync(HttpMethod.Post, "/v1/brief-orders", $$"""{"scope":"{{scope}}","period":"{{period}}"}""", token)).Status;

    async Task<JsonArray> ListedAsync(string token) => (await intake.AskAsync(HttpMethod.Get, "/v1/brief-orders", token: token)).Json!.AsArray();
}
