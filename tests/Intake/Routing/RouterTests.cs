using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Routing;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.Routing;

/// <summary>The ordered rules against a second, slower reading of what they mean.</summary>
public sealed class RouterTests
{
    static readonly Gen<string?> Type = Gen.OneOf<string?>(null, "SOS", "SOS-01", "SOS-02", "SAG", "SAG-01");
    static readonly Gen<int?> District = Gen.OneOf<int?>(null, 1, 2);
    static readonly Gen<string?> Emergency = Gen.OneOf<string?>(null, "declared", "undeclared");
    static readonly Gen<bool?> Maybe = Gen.OneOf<bool?>(null, true, false);

    static readonly Gen<RoutingFacts> Facts =
        Gen.Select(Gen.OneOf("request", "complaint", "tip_off"), Type, District, Emergency, Gen.Bool, Gen.Bool, (kind, type, district, emergency, special, confidential) =>
            new RoutingFacts(kind, type, district, emergency, special, confidential));

    static readonly Gen<RoutableUnit> Unit = Gen.Select(Gen.Int[0, 30], Gen.OneOf("directorate", "municipality"), Gen.OneOf("Sağlık Bakanlığı", "Belediye"), District, (no, kind, institution, district) =>
        new RoutableUnit($"76-{no}", $"Birim {no}", institution, kind, district));

    static readonly Gen<RoutingRule> Rule = Gen.Select(
        Gen.Select(Gen.Int[0, 999], Gen.Int[1, 5], Type, District, Gen.OneOf<string?>(null, "request", "complaint")),
        Gen.Select(Emergency, Maybe, Maybe, Gen.OneOf("unit", "unit", "executive", "desk"), Gen.OneOf<string?>(null, "76-1", "76-2")),
        Gen.OneOf("directorate", "municipality"), Gen.OneOf<string?>(null, "SAĞLIK BAKANLIĞI"),
        (what, then, kind, institution) =>
        {
            var (toUnit, itself) = (then.Item4 == "unit", then.Item5);
            return new RoutingRule($"R-{what.Item1}", what.Item2, what.Item3, what.Item4 is null ? null : 1730 + what.Item4, what.Item5, then.Item1, then.Item2, then.Item3,
                then.Item4, toUnit ? itself : null, toUnit && itself is null ? kind : null, toUnit && itself is null ? institution : null, null, "Kural");
        });

    static readonly Gen<(RoutingFacts Facts, RoutingRule[] Rules, RoutableUnit[] Units)> World = Gen.Select(
        Facts.Select(f => f.DistrictCode is null ? f : f with { DistrictCode = 1730 + f.DistrictCode }), Rule.Array[0, 12], Unit.Array[0, 8],
        (facts, rules, units) => (facts, rules.DistinctBy(r => r.RuleCode).ToArray(), units.DistinctBy(u => u.UnitCode).Select(u => u.DistrictCode is null ? u : u with { DistrictCode = 1730 + u.DistrictCode }).ToArray()));

    [Fact]
    public void Decision_IsTheFirstRuleWhoseConditionsHoldAndWhoseUnitIsThere() => World.Sample(w =>
    {
        var decision = Router.Decide(w.Facts, w.Rules, w.Units);
        var expected = w.Rules
            .Where(r => Holds(r, w.Facts) && (r.TargetCode != "unit" || UnitsOf(r, w.Facts, w.Units).Any()))
            .OrderBy(r => r.RuleOrder).ThenByDescending(r => r.Specificity).ThenBy(r => r.RuleCode, StringComparer.Ordinal).FirstOrDefault();
        Assert.Equal((expected?.RuleCode, expected?.TargetCode ?? "desk"), (decision.RuleCode, decision.Target));
        Assert.Equal(decision.Target == "unit", decision.Unit is not null);
        if (decision.Unit is { } unit) Assert.Contains(unit, UnitsOf(expected!, w.Facts, w.Units));
        if (decision.Unit is { DistrictCode: null } && expected!.UnitCode is null)
            Assert.DoesNotContain(UnitsOf(expected, w.Facts, w.Units), u => u.DistrictCode is not null); // the near one first
    }, iter: 20_000);

    [Fact]
    public void Decision_DoesNotDependOnTheOrderOfWhatIsGiven() => World.Sample(w =>
    {
        var (one, other) = (Router.Decide(w.Facts, w.Rules, w.Units), Router.Decide(w.Facts, w.Rules.Reverse(), [.. w.Units.Reverse()]));
        Assert.Equal((one.Target, one.Unit, one.RuleCode), (other.Target, other.Unit, other.RuleCode));
        Assert.Equal(one.Considered, other.Considered);
    }, iter: 5_000);

    [Fact]
    public void Explanation_EndsWithTheRuleThatFiresAndSaysWhyNoneBefore() => World.Sample(w =>
    {
        var decision = Router.Decide(w.Facts, w.Rules, w.Units);
        Assert.All(decision.Considered.SkipLast(1), c => Assert.False(c.Fires));
        Assert.All(decision.Considered, c => Assert.EndsWith(".", c.Why, StringComparison.Ordinal));
        Assert.Equal(decision.RuleCode, decision.Considered.LastOrDefault(c => c.Fires)?.RuleCode);
        if (decision.RuleCode is not null) Assert.True(decision.Considered[^1].Fires);
    }, iter: 5_000);

    [Fact]
    public void ConfidentialApplication_ReachesNoUnitWhateverAProvinceAdds() => World.Sample(w =>
        Assert.Equal(("executive", "TR-GIZLI"), Decided(w.Facts with { Confidential = true }, w)), iter: 5_000);

    [Fact]
    public void SpecialApplication_GoesToTheExecutiveFirst() => World.Sample(w =>
        Assert.Equal(("executive", "TR-OZELLIKLI"), Decided(w.Facts with { Confidential = false, Special = true }, w)), iter: 5_000);

    [Fact]
    public void UndeclaredEmergency_IsForTheDesk() => World.Sample(w =>
        Assert.Equal(("desk", "TR-OHAL-BANKO"), Decided(w.Facts with { Confidential = false, Special = false, Emergency = "undeclared" }, w)), iter: 2_000);

    static (string, string?) Decided(RoutingFacts facts, (RoutingFacts Facts, RoutingRule[] Rules, RoutableUnit[] Units) w)
    {
        RoutingRule[] directive =
        [
            new("TR-GIZLI", 1, null, null, null, null, null, true, "executive", null, null, null, null, ""),
            new("TR-OZELLIKLI", 2, null, null, null, null, true, null, "executive", null, null, null, null, ""),
            new("TR-OHAL-BANKO", 4, null, null, null, "undeclared", null, null, "desk", null, null, null, null, ""),
        ];
        var decision = Router.Decide(facts, [.. w.Rules.Select(r => r with { RuleOrder = r.RuleOrder + 10 }), .. directive], w.Units);
        return (decision.Target, decision.RuleCode);
    }

    static bool Holds(RoutingRule r, RoutingFacts f) =>
        (r.TypeCode is null || r.TypeCode == f.TypeCode || f.TypeCode is not null && Vocabulary.Current.Types[f.TypeCode].HeadingCode == r.TypeCode)
        && (r.DistrictCode is null || r.DistrictCode == f.DistrictCode) && (r.KindCode is null || r.KindCode == f.KindCode)
        && (r.Emergency is null || r.Emergency == f.Emergency) && (r.Special is null || r.Special == f.Special) && (r.Confidential is null || r.Confidential == f.Confidential);

    static IEnumerable<RoutableUnit> UnitsOf(RoutingRule r, RoutingFacts f, RoutableUnit[] units) => units.Where(u =>
        r.UnitCode is not null ? u.UnitCode == r.UnitCode
        : u.UnitKindCode == r.UnitKindCode && (u.DistrictCode is null || u.DistrictCode == f.DistrictCode) && (r.Institution is null || u.Institution == "Sağlık Bakanlığı"));
}
