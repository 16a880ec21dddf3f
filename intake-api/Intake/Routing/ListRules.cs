using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Routing;

/// <summary>GET /v1/routing/rules: the rules in force today, in the order in which they are asked.</summary>
public sealed class ListRules(SettingsDesk desk)
{
    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
        TypedResults.Ok(Router.InOrder(await work.ListAsync<RoutingRule>("Routing/RoutingRules.sql", new { province = (int)officer.ProvinceCode!, day = today }))), stop);
}
