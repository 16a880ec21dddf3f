namespace AcikKapi.Analytics.Statistics;

/// <summary>The largest of many: tail of a Gumbel distribution fitted by its first two moments to drawn maxima.</summary>
public readonly record struct Gumbel(double Mode, double Scale)
{
    const double EulerGamma = 0.5772156649015329;

    public static Gumbel Fit(IReadOnlyCollection<double> maxima)
    {
        var mean = maxima.Average();
        var scale = Math.Sqrt(6 * maxima.Sum(m => (m - mean) * (m - mean)) / (maxima.Count - 1)) / Math.PI;
        return new Gumbel(mean - EulerGamma * scale, scale);
    }

    /// <summary>P(maximum > x), with its own digits where it is small.</summary>
    public double Above(double x)
    {
        if (Scale <= 0) return x > Mode ? 0 : 1;
        var hits = Math.Exp(-(x - Mode) / Scale);
        return hits < 1e-8 ? hits : 1 - Math.Exp(-hits);
    }
}
