using MathNet.Numerics;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// Tails and quantiles of a count with mean μ and variance φ·μ: negative binomial with size μ/(φ−1) and probability
/// 1/φ, Poisson where φ = 1.
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
        return dispersion > 1
            ? SpecialFunctions.BetaRegularized(count, mean / (dispersion - 1), 1 - 1 / dispersion)
            : SpecialFunctions.GammaLowerRegularized(count, mean);
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
