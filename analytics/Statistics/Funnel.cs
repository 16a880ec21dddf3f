using MathNet.Numerics.Distributions;

namespace AcikKapi.Analytics.Statistics;

/// <summary>What one place or unit had and what its cases let one expect (indirect standardisation).</summary>
/// <param name="Variance">Of the observed, had each case its expected share: Σp(1−p) of shares, the expected itself of rare counts.</param>
public readonly record struct FunnelPoint(long Observed, double Expected, double Variance)
{
    public FunnelPoint(long observed, double expected) : this(observed, expected, expected) { }

    public double Ratio => Observed / Expected;
}

/// <summary>
/// The funnel of standardised ratios O/E: places differ a little even when nothing is wrong, and limits that know only
/// chance call too many (Spiegelhalter, Statistics in Medicine 2005; 24: 1185–1202).
/// </summary>
public static class Funnel
{
    /// <summary>Of both 0.1 % tails.</summary>
    public const double Z = 3.09;

    const double WinsorisedShare = 0.1;
    const double WinsorisedVariance = 0.6787; // of N(0,1) cut off at its tenths: without it the limits are wrong

    /// <summary>
    /// τ², the variance of true ln(O/E) between the points (DerSimonian and Laird): from z = 2(√O − √E)·√(E/V), the CQC's
    /// scale, winsorised at 10 % so that the few that are sought do not hide themselves. 0 for fewer than two points.
    /// </summary>
    public static double Between(IReadOnlyCollection<FunnelPoint> points)
    {
        var known = points.Where(p => p is { Expected: > 0, Variance: > 0 }).ToList();
        if (known.Count < 2) return 0;
        var scatter = Scatter([.. known.Select(Score)]);
        var (weights, squares) = (0.0, 0.0);
        foreach (var p in known)
        {
            var weight = p.Expected * p.Expected / p.Variance;
            weights += weight;
            squares += weight * weight;
        }

        return Math.Max(0, (known.Count * scatter - (known.Count - 1)) / (weights - squares / weights));
    }

    /// <summary>
    /// Standard error of <see cref="Between"/>, as if ln(O/E) had the variances 1/w + τ² with the mean of the w: √(2/n)·(τ² + 1/w̄), and a third more,
    /// since what is winsorised tells less.
    /// </summary>
    public static double BetweenError(IReadOnlyCollection<FunnelPoint> points, double between)
    {
        var known = points.Where(p => p is { Expected: > 0, Variance: > 0 }).ToList();
        return known.Count < 2 ? 0 : 4.0 / 3 * Math.Sqrt(2.0 / known.Count) * (between + 1 / known.Average(p => p.Expected * p.Expected / p.Variance));
    }

    /// <summary>How many times more than N(0,1) these scores scatter, without their extreme tenths.</summary>
    public static double Scatter(IReadOnlyCollection<double> scores)
    {
        var sorted = scores.Order().ToArray();
        var (low, high) = (Quantile(sorted, WinsorisedShare), Quantile(sorted, 1 - WinsorisedShare));
        return sorted.Average(z => Math.Clamp(z, low, high) is var cut ? cut * cut : 0) / WinsorisedVariance;
    }

    /// <summary>Limits of the ratio, exp(±z·√(1/E + τ²)).</summary>
    public static (double Low, double High) Limits(double expected, double between, double z = Z)
    {
        var width = Math.Exp(z * Math.Sqrt(1 / expected + between));
        return (1 / width, width);
    }

    /// <summary>Exact Poisson limits of the ratio, as published for funnel plots: χ² quantiles over 2E.</summary>
    public static (double Low, double High) ExactLimits(double expected, double alpha) =>
        (ChiSquared.InvCDF(2 * expected, alpha / 2) / 2 / expected, ChiSquared.InvCDF(2 * (expected + 1), 1 - alpha / 2) / 2 / expected);

    /// <summary>Variance over mean of the observed, chance and τ² together: what <see cref="CountTail"/> asks for.</summary>
    public static double Dispersion(FunnelPoint point, double between) => point.Variance / point.Expected + between * point.Expected;

    static double Score(FunnelPoint p) => 2 * (Math.Sqrt(p.Observed) - Math.Sqrt(p.Expected)) * Math.Sqrt(p.Expected / p.Variance);

    // R's type 7.
    static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
