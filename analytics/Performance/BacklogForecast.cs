namespace AcikKapi.Analytics.Performance;

/// <param name="Came">Cases that came in the week, and with those open at its start the work there was.</param>
public readonly record struct FlowWeek(int OpenAtStart, int Came, int Went)
{
    public int Work => OpenAtStart + Came;
}

/// <summary>Where the queue will stand at the end of a week: 80 of 100 drawn futures lie between Low and High.</summary>
public readonly record struct QueueForecast(int WeeksAhead, double Low, double Median, double High);

/// <summary>
/// The next 13 weeks of a queue, drawn many times from its own year. With as much work as the fuller half of the weeks had, a week closes
/// what one of those closed; with less, the share that one of the others closed. Each future first draws its own year from the
/// year (bootstrap), so that what a year leaves uncertain is in the interval too.
/// </summary>
public static class BacklogForecast
{
    public const int WeeksAhead = 13;
    public const int FewestWeeks = 26;
    const int Futures = 400;

    /// <param name="weeks">The past, oldest first; of the last 52 at most. Fewer than <see cref="FewestWeeks"/>: no forecast.</param>
    public static IReadOnlyList<QueueForecast> Run(IReadOnlyList<FlowWeek> weeks, int openNow, int seed)
    {
        if (weeks.Count < FewestWeeks) return [];
        var byWork = weeks.OrderBy(w => w.Work).ToArray();
        var (little, much) = (byWork[..(byWork.Length / 2)], byWork[(byWork.Length / 2)..]);
        var dice = new Random(seed);
        var open = new int[WeeksAhead][];
        for (var week = 0; week < WeeksAhead; week++) open[week] = new int[Futures];
        for (var future = 0; future < Futures; future++)
        {
            var (all, easy, hard) = (Draw(weeks, dice), Draw(little, dice), Draw(much, dice));
            var now = openNow;
            for (var week = 0; week < WeeksAhead; week++)
            {
                var work = now + all[dice.Next(all.Length)].Came;
                now = work - Math.Min(work, work >= much[0].Work ? hard[dice.Next(hard.Length)].Went : Closes(easy[dice.Next(easy.Length)], work));
                open[week][future] = now;
            }
        }
        return [.. open.Select((futures, week) => Summarise(week + 1, futures))];
    }

    static int Closes(FlowWeek like, int work) => like.Work == 0 ? work : (int)Math.Round((double)like.Went / like.Work * work);

    static FlowWeek[] Draw(IReadOnlyList<FlowWeek> from, Random dice)
    {
        var drawn = new FlowWeek[from.Count];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = from[dice.Next(from.Count)];
        return drawn;
    }

    static QueueForecast Summarise(int week, int[] futures)
    {
        Array.Sort(futures);
        return new QueueForecast(week, futures[Futures / 10], futures[Futures / 2], futures[Futures - 1 - Futures / 10]);
    }
}
