using AcikKapi.Domain;
using AcikKapi.Domain.Calendar;
using AcikKapi.Simulator.Story;

namespace AcikKapi.Simulator;

public enum StoryScale
{
    /// <summary>One province and its neighbours.</summary>
    Province,
    National,
}

/// <summary>
/// A story told once: the same arguments give the same applications. Its days are one flow; the last <c>posted</c> of all its
/// applications are left to <see cref="Visits"/>, what came before them is <see cref="History"/>.
/// </summary>
public sealed record StoryPlan(HistoryPlan History, VisitsPlan Visits)
{
    /// <summary>What was planted in the story, to be compared with what is found.</summary>
    public PlantedTruth Truth => History.Chronicle.Truth;

    /// <param name="province">Plate code of the story's own province.</param>
    /// <param name="years">Before <paramref name="until"/>, its last day.</param>
    /// <param name="history">Applications written by COPY.</param>
    /// <param name="posted">Applications sent over HTTP, the story's last.</param>
    /// <exception cref="UserError">The days lie outside the calendar, or a number is negative.</exception>
    public static StoryPlan For(StoryScale scale, int province, int years, int history, int posted, int seed, DateOnly until)
    {
        if (history < 0 || posted < 0) throw new UserError("A story cannot have fewer than no applications.");
        if (years < 1) throw new UserError("A story takes at least a year.");
        var calendar = WorkingCalendar.Turkey;
        // A month is left for the deadlines that follow the last day.
        if (until.AddYears(-years) < calendar.FirstDay || until > calendar.LastDay.AddMonths(-1))
            throw new UserError($"A story lies between {calendar.FirstDay.Year} and November {calendar.LastDay.Year}: choose fewer years or another last day.");
        var chronicle = new Chronicle(Cast.Of(scale, province, until, (ulong)(uint)seed), until.AddYears(-years).AddDays(1), until, (long)history + posted);
        return new StoryPlan(new HistoryPlan(chronicle, history), new VisitsPlan(chronicle, history));
    }
}

/// <summary>The applications written by COPY: all but the story's last.</summary>
public sealed class HistoryPlan
{
    internal HistoryPlan(Chronicle chronicle, long applications) => (Chronicle, Applications) = (chronicle, applications);

    internal Chronicle Chronicle { get; }

    public long Applications { get; }
}

/// <summary>The applications sent over HTTP: the story's last.</summary>
public sealed class VisitsPlan
{
    internal VisitsPlan(Chronicle chronicle, long skipped) => (Chronicle, Skipped) = (chronicle, skipped);

    internal Chronicle Chronicle { get; }

    /// <summary>So many come before.</summary>
    internal long Skipped { get; }

    public long Applications => Chronicle.Total - Skipped;

    /// <summary>Plate codes where applications are sent to; each needs a desk token.</summary>
    public IReadOnlyList<int> Provinces => [.. Chronicle.Cast.Provinces.Select(p => p.Province.Code)];
}
