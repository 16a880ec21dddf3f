using AcikKapi.Simulator;
using AcikKapi.Simulator.Story;
using Xunit;

namespace AcikKapi.Tests.Simulator.Story;

public sealed class PlantTests
{
    static readonly StoryPlan Plan = TellStory.Plan(StoryScale.Province, 4, 200_000);

    [Fact]
    public void PlantedRise_ComesAboutThreeTimesAsOftenAndOftenEnoughToBeFound()
    {
        var rise = Plan.Truth.Rises[0];
        var chronicle = Plan.History.Chronicle;
        var province = chronicle.Cast.Provinces.TakeWhile(p => p.Province.Code != rise.Province).Count();
        double Weekly(DateOnly from, int weeks) => Enumerable.Range(0, weeks)
            .Average(week => Share(chronicle.MixOf(province, from.AddDays(7 * week)), rise.Topic)) * chronicle.Weekly[province];
        var before = Weekly(rise.From.AddDays(-7 * 26), 26);
        Assert.True(before >= 8);
        Assert.InRange(Weekly(rise.From, 7) / before, 2.2, 3.6);
    }

    static double Share(WeekMix mix, string topic)
    {
        var dice = new Dice(1);
        return Enumerable.Range(0, 4_000).Count(_ => mix.Draw(dice).Code == topic) / 4_000.0;
    }

    [Fact]
    public void PlantedUnits_AreUnitsOfTheStory()
    {
        var units = Plan.History.Chronicle.Cast.Provinces.SelectMany(p => p.Units).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        Assert.All(Plan.Truth.Units, planted => Assert.Contains(planted.Unit, units));
        Assert.All(Plan.Truth.PingPongs, planted => Assert.True(units.Contains(planted.Unit) && units.Contains(planted.Other)));
    }
}
