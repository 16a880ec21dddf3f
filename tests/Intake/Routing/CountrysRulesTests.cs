using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Routing;
using AcikKapi.Simulator.World;
using Sylvan.Data.Csv;
using Xunit;

namespace AcikKapi.Tests.Intake.Routing;

/// <summary>routing_rules.csv on the units that every province of the story has.</summary>
public sealed class CountrysRulesTests
{
    static readonly IReadOnlyList<Bureau> Bureaus = Bureau.OfCountry(1);

    [Fact]
    public void EveryTopicOfEveryProvince_HasACompetentUnitAndMostlyTheStorys()
    {
        var (asked, same) = (0, 0);
        foreach (var province in Vocabulary.Current.Provinces)
        {
            var world = new ProvinceWorld(province, Bureaus, unit => unit, seed: 1);
            RoutableUnit[] units = [.. world.Units.Select(u => new RoutableUnit(u.Code, u.Name, u.Institution, u.KindCode, u.District))];
            foreach (var topic in TopicProfile.All)
            {
                var district = world.Places[0].District.Code;
                var decision = Router.Decide(new RoutingFacts("request", topic.Code, district, null, false, false), Rules, units);
                Assert.True(decision.Unit is not null, $"{topic.Code} in {province.Code} has no unit");
                asked++;
                if (decision.Unit.UnitCode == world.UnitFor(topic.Unit, district).Code) same++;
            }
        }
        Assert.True(same >= 0.95 * asked, $"{same} of {asked} topics go where the story sends them");
    }

    [Fact]
    public void EmergencyInForce_GoesToTheOhalBureau()
    {
        RoutableUnit[] units = [new("76-OHAL", "Iğdır Valiliği OHAL Bürosu", "İçişleri Bakanlığı", "ohal_bureau", null), new("76-SAG", "İl Sağlık Müdürlüğü", "Sağlık Bakanlığı", "directorate", null)];
        RoutingFacts facts = new("request", "SAG", null, RoutingRule.Declared, false, false);
        Assert.Equal(("76-OHAL", "TR-OHAL"), (Router.Decide(facts, Rules, units).Unit!.UnitCode, Router.Decide(facts, Rules, units).RuleCode));
        Assert.Equal("76-SAG", Router.Decide(facts, Rules, units[1..]).Unit!.UnitCode); // no OHAL bureau: as ever, and the explanation says so
        Assert.Contains("bu ilde yok", Router.Decide(facts, Rules, units[1..]).Considered.Single(c => c.RuleCode == "TR-OHAL").Why, StringComparison.Ordinal);
    }

    static readonly IReadOnlyList<RoutingRule> Rules = Read();

    static List<RoutingRule> Read()
    {
        using var csv = CsvDataReader.Create(new StreamReader(ReferenceLists.Open("routing_rules")));
        var rules = new List<RoutingRule>();
        string? Text(string column) => csv.GetString(csv.GetOrdinal(column)) is { Length: > 0 } text ? text : null;
        bool? Flag(string column) => Text(column) is { } text ? bool.Parse(text) : null;
        while (csv.Read())
            rules.Add(new RoutingRule(
                Text("rule_code")!, int.Parse(Text("rule_order")!, CultureInfo.InvariantCulture), Text("type_code"), null, Text("kind_code"), Text("emergency"), Flag("special"), Flag("confidential"),
                Text("target_code")!, null, Text("unit_kind_code"), Text("institution"), Text("unit_name"), Text("note_tr")!));
        return rules;
    }
}
