namespace AcikKapi.Analytics.Detection;

/// <summary>
/// A series too small to show its seasons: where the judged season never had a case, the regression says "nothing,
/// ± anything", and no rise could ever be called. Here all weeks of the past are one level.
/// </summary>
static class SmallSeries
{
    const double CasesOfAnEmptyPast = 0.5; // Jeffreys: no case in five years does not prove that there can be none

    public static bool Is(Baseline past, int now, int longestWindow)
    {
        Span<double> cases = stackalloc double[SeasonalBlocks.Seasons];
        for (var i = 0; i < past.Counts.Length; i++) cases[past.Seasons[i]] += past.Counts[i];
        for (var week = now - longestWindow + 1; week <= now; week++)
            if (cases[past.SeasonOfWeek[week]] == 0) return true;
        return false;
    }

    public static WindowForecast[] Windows(Baseline past, ReadOnlySpan<int> counts, int now, int longestWindow)
    {
        var cases = Math.Max(past.Counts.Sum(), CasesOfAnEmptyPast);
        var mean = cases / past.Counts.Length;
        var dispersion = Math.Max(1, past.Counts.Sum(c => (c - mean) * (c - mean) / mean) / (past.Counts.Length - 1));
        var drift = Forecast.Drift(past, now);
        var error = Math.Sqrt(dispersion / cases + drift * drift);
        var windows = new WindowForecast[longestWindow];
        var observed = 0L;
        for (var window = 1; window <= longestWindow; window++)
        {
            observed += counts[now - window + 1];
            windows[window - 1] = new WindowForecast(window, observed, window * mean, error, dispersion, Forecast.DispersionError(past));
        }

        return windows;
    }
}
