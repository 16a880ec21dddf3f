using AcikKapi.Analytics.Statistics;

namespace AcikKapi.Analytics.Detection;

/// <summary>What the past of a series lets one expect now.</summary>
/// <param name="Mean">Expected cases of the judged week.</param>
/// <param name="Dispersion">φ, at least 1: variance over mean.</param>
/// <param name="StandardError">Of ln(Mean), as the reference implementation gives it (see <see cref="Bound"/>).</param>
/// <param name="HasTrend">False where the trend was dropped: under three years, or it led beyond all that was seen.</param>
public sealed record FarringtonFit(double Mean, double Dispersion, double StandardError, bool HasTrend)
{
    const double MostMeaningful = 1e9; // beyond it the limit of ln μ says only that the season was empty

    /// <summary>
    /// The largest count not called unusual at <paramref name="alpha"/>; null where the season never had a case and
    /// nothing can be said. `muan`: quantile of the count when ln μ stands at its own upper 1−α limit. To agree with
    /// the R package surveillance the standard error uses its dispersion of working residuals, which for means well
    /// above 1 is smaller than √φ would make it; <see cref="WindowForecast.PValue"/> uses √φ.
    /// </summary>
    public long? Bound(double alpha)
    {
        var mean = Mean * Math.Exp(Normal.Upper(alpha) * StandardError);
        return mean < MostMeaningful ? CountTail.UpperQuantile(alpha, mean, Dispersion) : null;
    }

    /// <summary>`nbPlugin`, for the watch list: the same with ln μ taken as known.</summary>
    public long WatchBound(double alpha) => CountTail.UpperQuantile(alpha, Mean, Dispersion);
}
