using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Routing;

/// <summary>POST /v1/routing/rules/{code}/end {"on":"YYYY-MM-DD"}: from that day (today where not given) the rule is no longer asked.</summary>
public sealed class EndRule(SettingsDesk desk)
{
    public Task<IResult> RunAsync(string code, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var on = change.Json.Date("on") ?? change.Today;
        if (change.Errors.Any) return null;
        var ended = await change.Work.ExecuteAsync("Routing/EndRule.sql", new { code, province = change.Province, ownDistrict = change.District, on });
        return ended == 0 ? null : TypedResults.NoContent();
    }, stop);
}

/// <summary>What is sent to end something.</summary>
/// <param name="On">The first day without it; today where not given.</param>
public sealed record EndSubmission(string? On);
