using MathNet.Numerics;

namespace AcikKapi.Analytics.Statistics;

/// <summary>Standard normal distribution, by its upper tail so that small probabilities keep their digits.</summary>
public static class Normal
{
    /// <summary>z with P(Z > z) = α.</summary>
    public static double Upper(double alpha) => Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * alpha);

    /// <summary>P(Z > z).</summary>
    public static double Above(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));
}
