namespace AcikKapi.Analytics.Detection;

/// <summary>From the fitted regression to the judged weeks.</summary>
static class Forecast
{
    // A trend that may not be fitted is still there: series drift by up to a tenth a year, standard deviation 0.1/√3.
    public const double YearlyDrift = 0.06;

    public static FarringtonFit OfWeek(QuasiPoisson model, Baseline past, int now, bool trend)
    {
        Span<double> current = stackalloc double[SeasonalBlocks.Seasons];
        current[past.SeasonNow] = 1;
        return new FarringtonFit(
            Math.Exp(model.LogMean(past.SeasonNow, now)), Math.Max(model.Dispersion, 1),
            Math.Sqrt(model.DispersionOfWorkingResiduals * model.VarianceOf(current, now)), trend);
    }

    public static double Drift(Baseline past, int now) => YearlyDrift * (now - past.Weeks.Average()) / 52;

    /// <summary>Of ln φ; 1.5 because counts are more skewed than a normal variable.</summary>
    public static double DispersionError(Baseline past) => 1.5 * Math.Sqrt(2.0 / past.Counts.Length);

    public static WindowForecast[] OfWindows(
        QuasiPoisson model, Baseline past, ReadOnlySpan<int> counts, int now, bool trend, int longest)
    {
        var (dispersion, drift) = (Math.Max(model.Dispersion, 1), trend ? 0 : Drift(past, now));
        var windows = new WindowForecast[longest];
        Span<double> ofSeasons = stackalloc double[SeasonalBlocks.Seasons];
        var (mean, weeks, observed) = (0.0, 0.0, 0L);
        for (var window = 1; window <= longest; window++)
        {
            var week = now - window + 1;
            var season = model.Knows(past.SeasonOfWeek[week]) ? past.SeasonOfWeek[week] : past.SeasonNow;
            var meanOfWeek = Math.Exp(model.LogMean(season, week));
            mean += meanOfWeek;
            weeks += meanOfWeek * week;
            ofSeasons[season] += meanOfWeek;
            observed += counts[week];
            var error = Math.Sqrt(dispersion * model.VarianceOf(ofSeasons, weeks) / (mean * mean) + drift * drift);
            windows[window - 1] = new WindowForecast(
                window, observed, mean, error, Scatter.OfSums(model, past, window, dispersion), DispersionError(past));
        }

        return windows;
    }
}
