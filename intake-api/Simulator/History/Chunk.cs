using AcikKapi.Simulator.Story;

namespace AcikKapi.Simulator.History;

/// <summary>Some days of one province: what a worker takes at a time, small enough to be held in memory.</summary>
sealed record Chunk(int Province, int FirstDay, int Days)
{
    const int Wanted = 3_000;

    /// <summary>All of the story before the position, the longest provinces spread over it.</summary>
    public static IEnumerable<Chunk> Of(Chronicle chronicle, long before)
    {
        var days = before == 0 ? 0 : Math.Min(chronicle.Days, chronicle.DayAt(before - 1) + 1);
        for (var province = 0; province < chronicle.Cast.Provinces.Count; province++)
            for (var (first, day, held) = (0, 0, 0); day < days; day++)
            {
                held += chronicle.Count(province, day);
                if (held < Wanted && day < days - 1) continue;
                yield return new Chunk(province, first, day - first + 1);
                (first, held) = (day + 1, 0);
            }
    }

    public List<StoryApplication> Tell(Chronicle chronicle, Narrator narrator, long before)
    {
        var told = new List<StoryApplication>(Wanted + Wanted / 4);
        WeekMix? mix = null;
        for (var day = FirstDay; day < FirstDay + Days; day++)
        {
            var date = chronicle.From.AddDays(day);
            if (mix is null || date.DayOfWeek == DayOfWeek.Monday) mix = chronicle.MixOf(Province, Chronicle.MondayOf(date));
            told.AddRange(narrator.Tell(Province, day, mix).TakeWhile(a => a.Position < before));
        }
        return told;
    }
}
