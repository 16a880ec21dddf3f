namespace AcikKapi.Analytics.Detection;

/// <summary>The past weeks that a series is judged by, with their seasons.</summary>
sealed record Baseline(double[] Counts, double[] Weeks, int[] Seasons, int[] SeasonOfWeek)
{
    public int SeasonNow => SeasonalBlocks.Seasons - 1;

    public static Baseline Of(ReadOnlySpan<int> counts, int now, ReadOnlySpan<int> counterparts, int leftOut)
    {
        var seasons = SeasonalBlocks.Label(now, counterparts);
        var first = counterparts[^1] - SeasonalBlocks.HalfWindow;
        var length = now - leftOut - first;
        var (past, weeks) = (new double[length], new double[length]);
        for (var i = 0; i < length; i++)
        {
            past[i] = counts[first + i];
            weeks[i] = first + i;
        }

        return new Baseline(past, weeks, seasons[first..(first + length)], seasons);
    }

    public QuasiPoisson? Regress(double[] weights, bool trend) =>
        QuasiPoisson.Fit(Counts, Weeks, Seasons, weights, SeasonalBlocks.Seasons, trend);
}
