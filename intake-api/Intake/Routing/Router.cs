using AcikKapi.Domain.Text;

namespace AcikKapi.Intake.Routing;

/// <summary>
/// Whose an application is: the first rule, in order, whose conditions hold and whose unit is there. A rule whose unit is
/// missing is passed over, and says so; where none is left a person decides (art. 6-b, 10-c, 10-d, 5-l).
/// </summary>
public static class Router
{
    /// <param name="rules">In any order; those in force on the day.</param>
    /// <param name="units">Of the province, open on the day.</param>
    public static RoutingDecision Decide(RoutingFacts facts, IEnumerable<RoutingRule> rules, IReadOnlyCollection<RoutableUnit> units)
    {
        var considered = new List<ConsideredRule>();
        foreach (var rule in InOrder(rules).Where(rule => rule.Covers(facts.TypeCode)))
        {
            var why = rule.WhyNot(facts);
            var unit = why is null && rule.TargetCode == RoutingRule.ToUnit ? Find(rule, facts.DistrictCode, units) : null;
            if (why is null && unit is null && rule.TargetCode == RoutingRule.ToUnit) why = "Koşulları tutuyor, ama gösterdiği birim bu ilde yok ya da kapalı.";
            considered.Add(new ConsideredRule(rule.RuleCode, rule.NoteTr, why is null, why ?? $"Koşulları tutan ilk kural. {Sentence(rule.TargetCode, unit)}"));
            if (why is null) return new RoutingDecision(rule.TargetCode, unit, rule.RuleCode, considered);
        }
        return new RoutingDecision(RoutingRule.ToDesk, null, null, considered);
    }

    public static IEnumerable<RoutingRule> InOrder(IEnumerable<RoutingRule> rules) =>
        rules.OrderBy(rule => rule.RuleOrder).ThenByDescending(rule => rule.Specificity).ThenBy(rule => rule.RuleCode, StringComparer.Ordinal);

    public static string Sentence(string target, RoutableUnit? unit) => target switch
    {
        RoutingRule.ToUnit => $"Yetkili birim: {unit!.Name}.",
        RoutingRule.ToExecutive => "Önce yöneticiye (vali, vali yardımcısı ya da kaymakam) sunulur.",
        _ => "Birimi banko belirler.",
    };

    /// <summary>The applicant's district's, else the province's; never another district's, save where the rule names the unit itself.</summary>
    static RoutableUnit? Find(RoutingRule rule, int? district, IReadOnlyCollection<RoutableUnit> units) =>
        rule.UnitCode is not null
            ? units.FirstOrDefault(unit => unit.UnitCode == rule.UnitCode)
            : units.Where(unit => unit.UnitKindCode == rule.UnitKindCode && (unit.DistrictCode is null || unit.DistrictCode == district))
                .Where(unit => rule.Institution is null || TurkishText.Fold(unit.Institution) == TurkishText.Fold(rule.Institution))
                .Where(unit => rule.UnitName is null || TurkishText.Fold(unit.Name).Contains(TurkishText.Fold(rule.UnitName), StringComparison.Ordinal))
                .OrderBy(unit => unit.DistrictCode is null).ThenBy(unit => unit.UnitCode, StringComparer.Ordinal)
                .FirstOrDefault();
}
