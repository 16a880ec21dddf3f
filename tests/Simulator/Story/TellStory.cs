using AcikKapi.Simulator;
using AcikKapi.Simulator.Story;

namespace AcikKapi.Tests.Simulator.Story;

/// <summary>Stories told without a database.</summary>
static class TellStory
{
    public static readonly DateOnly Until = new(2026, 11, 22);

    public static StoryPlan Plan(StoryScale scale, int years, int applications, int seed = 1) => StoryPlan.For(scale, 76, years, applications, 0, seed, Until);

    public static IEnumerable<StoryApplication> Of(StoryPlan plan, Func<int, bool>? province = null)
    {
        var chronicle = plan.History.Chronicle;
        var narrator = new Narrator(chronicle, new Officers(null));
        for (var p = 0; p < chronicle.Cast.Provinces.Count; p++)
            for (var day = 0; day < chronicle.Days && province?.Invoke(chronicle.Cast.Provinces[p].Province.Code) != false; day++)
                foreach (var application in narrator.Tell(p, day, chronicle.MixOf(p, Chronicle.MondayOf(chronicle.From.AddDays(day)))))
                    yield return application;
    }
}
