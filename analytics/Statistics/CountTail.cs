using MathNet.Numerics;

namespace AcikKapi.Analytics.Statistics;

/// <summary>
/// Tails and quantiles of a count with mean μ and variance φ·μ: negative binomial with size μ/(φ−1) and probability
/// 1/φ, Poisson where φ = 1, binomial of μ/(1−φ) cases where φ &lt; 1 (a count of late answers among many).
/// </summary>
public static class CountTail
{
    // R's quantile functions forgive this much rounding in the probability; without it integers differ at exact steps.
    const double Forgiven = 64 * 2.220446049250313e-16;

    /// <summary>P(Y ≥ count).</summary>
    public static double AtLeast(long count, double mean, double dispersion)
    {
        if (count <= 0) return 1;
        if (mean <= 0) return 0;
        return dispersion switch
        {
            > 1 => SpecialFunctions.BetaRegularized(count, mean / (dispersion - 1), 1 - 1 / dispersion),
            1 => SpecialFunctions.GammaLowerRegularized(count, mean),
            _ => mean / (1 - dispersion) - count + 1 is > 0 and var rest ? SpecialFunctions.BetaRegularized(count, rest, 1 - dispersion) : 0,
        };
    }

    /// <summary>P(Y ≤ count), with its own digits where it is small.</summary>
    public static double AtMost(long count, double mean, double dispersion)
    {
        if (count < 0) return 0;
        if (mean <= 0) return 1;
        return dispersion switch
        {
            > 1 => SpecialFunctions.BetaRegularized(mean / (dispersion - 1), count + 1, 1 / dispersion),
            1 => SpecialFunctions.GammaUpperRegularized(count + 1, mean),
            _ => mean / (1 - dispersion) - count is > 0 and var rest ? SpecialFunctions.BetaRegularized(rest, count + 1, dispersion) : 1,
        };
    }

    /// <summary>The smallest count with P(Y ≤ count) ≥ 1 − α.</summary>
    public static long UpperQuantile(double alpha, double mean, double dispersion)
    {
        var most = alpha + Forgiven * (1 - alpha);
        var (low, high) = (-1L, 1 + (long)Math.Max(0, mean + Normal.Upper(alpha) * Math.Sqrt(mean * dispersion)));
        while (AtLeast(high + 1, mean, dispersion) > most) (low, high) = (high, 2 * high);
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (AtLeast(middle + 1, mean, dispersion) > most) low = middle; else high = middle;
        }

        return high;
    }
}
