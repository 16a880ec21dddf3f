using AcikKapi.Domain;
using AcikKapi.Simulator;
using AcikKapi.Simulator.Story;
using Xunit;

namespace AcikKapi.Tests.Simulator.Story;

public sealed class StoryPlanTests
{
    [Fact]
    public void HistoryAndVisits_AreOneFlow()
    {
        var plan = StoryPlan.For(StoryScale.Province, 76, 4, 200_000, 5_000, 1, TellStory.Until);
        var whole = StoryPlan.For(StoryScale.Province, 76, 4, 205_000, 0, 1, TellStory.Until);
        Assert.Equal((200_000, 5_000), (plan.History.Applications, plan.Visits.Applications));
        Assert.Equal([4, 36, 76], plan.Visits.Provinces.Order());
        Assert.Equal(Weeks(whole.History.Chronicle), Weeks(plan.History.Chronicle));
    }

    [Fact]
    public void WeeklyCounts_GoOnOverTheCut()
    {
        var plan = StoryPlan.For(StoryScale.Province, 76, 4, 200_000, 5_000, 1, TellStory.Until);
        var weeks = Weeks(plan.History.Chronicle);
        // The last whole weeks are posted, those before are history; planted rises are a few hundredths of the whole.
        Assert.InRange(weeks[^4..].Average() / weeks[^12..^6].Average(), 0.8, 1.25);
    }

    [Theory]
    [InlineData(10, "2026-11-22")]
    [InlineData(4, "2027-12-15")]
    public void DaysOutsideTheCalendar_AreRefused(int years, string until) => Assert.Throws<UserError>(() =>
        StoryPlan.For(StoryScale.Province, 76, years, 100, 0, 1, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

    static List<int> Weeks(Chronicle chronicle) =>
    [
        .. Enumerable.Range(0, chronicle.Days).GroupBy(day => Chronicle.MondayOf(chronicle.From.AddDays(day)))
            .Where(week => week.Count() == 7)
            .Select(week => week.Sum(day => Enumerable.Range(0, chronicle.Cast.Provinces.Count).Sum(p => chronicle.Count(p, day)))),
    ];
}
