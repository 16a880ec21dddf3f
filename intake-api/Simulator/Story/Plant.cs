using AcikKapi.Domain.Reference;
using AcikKapi.Simulator.World;

namespace AcikKapi.Simulator.Story;

/// <summary>The findings a good analysis should come upon, placed relative to the story's last day.</summary>
static class Plant
{
    // Alike all the year round: a season could be mistaken for the finding.
    static readonly string[] Topics = ["YER-07", "SAG-08", "ENR-02", "HAB-01", "CSG-07", "ULA-04"];

    const string Slow = "slow", Reopened = "reopened";

    /// <summary>A topic that rises is no rarity where it rises: at least this part of the province's applications before it does.</summary>
    public const double UsualShare = 0.05;

    public static PlantedTruth In(Province own, Province neighbour, DateOnly until, ulong seed)
    {
        var dice = Dice.For(seed, "plant");
        var first = dice.Below(Topics.Length);
        var second = (first + 1 + dice.Below(Topics.Length - 1)) % Topics.Length;
        var monday = until.AddDays(-(((int)until.DayOfWeek + 6) % 7));
        return new PlantedTruth(
            [new(own.Code, Topics[first], monday.AddDays(-7 * 6), 3), new(neighbour.Code, Topics[second], monday.AddDays(-7 * 4), 2.5)],
            [new($"{own.Code}-ISKUR", Slow, monday.AddDays(-7 * 12), 2.6), new($"{own.Code}-SAG", Reopened, DateOnly.MinValue, 0.35)],
            [new($"{neighbour.Code}-ASHB", $"{neighbour.Code}-NUF", 0.15)]);
    }

    public static Unit Habits(Unit unit, PlantedTruth truth) => truth.Units.FirstOrDefault(u => u.Unit == unit.Code) switch
    {
        { What: Slow } slow => unit with { Habits = unit.Habits with { SlowFrom = slow.From, SlowFactor = slow.Factor } },
        { What: Reopened } reopened => unit with { Habits = unit.Habits with { MedianDays = 0.5, ResolvedShare = 0.97, ReopenShare = reopened.Factor } },
        _ => unit,
    };
}
