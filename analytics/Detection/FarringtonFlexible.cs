namespace AcikKapi.Analytics.Detection;

/// <summary>
/// The improved Farrington algorithm (Noufaily et al., Statistics in Medicine 2013; 32: 1206–1222): quasi-Poisson
/// regression on ten seasons and a trend, the last 26 weeks left out so that a rise under way does not hide itself,
/// past outbreaks down-weighted once by their Anscombe residuals.
/// </summary>
public static class FarringtonFlexible
{
    public const int MostYears = 5;
    const int LeftOut = 26;
    const int LeastYearsForTrend = 3;
    const double OutbreakAbove = 2.58;

    /// <summary>
    /// The judged week alone, as the reference implementation has it. Null where the past is shorter than a year (and
    /// three weeks), or the regression does not converge.
    /// </summary>
    /// <param name="counts">Cases a week, oldest first, no gaps.</param>
    /// <param name="now">Index of the judged week.</param>
    /// <param name="counterparts">Its counterparts 1, 2, … years earlier, latest first (<see cref="YearsBack"/>).</param>
    public static FarringtonFit? Fit(ReadOnlySpan<int> counts, int now, ReadOnlySpan<int> counterparts)
    {
        if (counterparts.IsEmpty) return null;
        var past = Baseline.Of(counts, now, counterparts, LeftOut);
        return Model(past, now, counterparts.Length, out var trended) is { } model ? Forecast.OfWeek(model, past, now, trended) : null;
    }

    /// <summary>Sums over the last 1, 2, … weeks; none where the past is shorter than a year (and three weeks).</summary>
    public static IReadOnlyList<WindowForecast> Windows(ReadOnlySpan<int> counts, int now, ReadOnlySpan<int> counterparts, int longest)
    {
        if (counterparts.IsEmpty) return [];
        var past = Baseline.Of(counts, now, counterparts, LeftOut);
        if (SmallSeries.Is(past, now, longest)) return SmallSeries.Windows(past, counts, now, longest);
        return Model(past, now, counterparts.Length, out var trended) is { } model
            ? Forecast.OfWindows(model, past, counts, now, trended, longest)
            : SmallSeries.Windows(past, counts, now, longest);
    }

    // The trend is kept unless there are under three years, or it leads beyond all that was ever seen.
    static QuasiPoisson? Model(Baseline past, int now, int years, out bool trended)
    {
        var model = Reweighted(past, trend: true, out trended);
        if (model is null || !trended) return model;
        var stays = years >= LeastYearsForTrend && Math.Exp(model.LogMean(past.SeasonNow, now)) <= past.Counts.Max() * (1 + 1e-9);
        return stays ? model : Reweighted(past, trend: false, out trended);
    }

    static QuasiPoisson? Reweighted(Baseline past, bool trend, out bool trended)
    {
        var equal = new double[past.Counts.Length];
        Array.Fill(equal, 1);
        var model = past.Regress(equal, trend);
        trended = trend && model is not null;
        if (model is null && trend) model = past.Regress(equal, trend: false);
        return model is null ? null : past.Regress(OutbreakWeights(model, past.Counts), trended);
    }

    // Weight ∝ s⁻² above the threshold, scaled so that the weights add up to the number of weeks.
    static double[] OutbreakWeights(QuasiPoisson model, double[] counts)
    {
        var dispersion = Math.Max(model.Dispersion, 1);
        var weights = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var s = Anscombe(counts[i], model.Means[i]) / Math.Sqrt(dispersion * (1 - model.Leverage(i)));
            weights[i] = s > OutbreakAbove ? 1 / (s * s) : 1;
        }

        var scale = counts.Length / weights.Sum();
        for (var i = 0; i < weights.Length; i++) weights[i] *= scale;
        return weights;
    }

    static double Anscombe(double count, double mean) =>
        1.5 * (Math.Cbrt(count * count) * Math.Pow(mean, -1.0 / 6) - Math.Sqrt(mean));
}
