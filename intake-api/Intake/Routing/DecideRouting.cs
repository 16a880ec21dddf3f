using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Routing;

/// <summary>What is asked: the application's own marks, before anything is known of the province's declarations.</summary>
public sealed record RoutingQuestion(string KindCode, string? TypeCode, int? DistrictCode, bool StateOfEmergency, bool Special, bool Confidential);

/// <summary>The rules, units and declarations of a province on a day, put to the <see cref="Router"/>.</summary>
public static class DecideRouting
{
    /// <param name="work">A transaction that sees the province.</param>
    /// <param name="day">Local day.</param>
    public static async Task<RoutingDecision> RunAsync(PlaceWork work, int province, RoutingQuestion asked, DateOnly day)
    {
        var on = new { province, day };
        var declared = asked.StateOfEmergency && await work.FindAsync<bool>("Routing/IsEmergencyDeclared.sql", on);
        var emergency = !asked.StateOfEmergency ? null : declared ? RoutingRule.Declared : RoutingRule.Undeclared;
        var facts = new RoutingFacts(asked.KindCode, asked.TypeCode, asked.DistrictCode, emergency, asked.Special, asked.Confidential);
        return Router.Decide(facts, await work.ListAsync<RoutingRule>("Routing/RoutingRules.sql", on), await work.ListAsync<RoutableUnit>("Routing/RoutableUnits.sql", on));
    }
}
