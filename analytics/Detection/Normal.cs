using MathNet.Numerics;

namespace AcikKapi.Analytics.Detection;

/// <summary>Standard normal distribution, by its upper tail so that small probabilities keep their digits.</summary>
static class Normal
{
    /// <summary>z with P(Z > z) = α.</summary>
    public static double Upper(double alpha) => Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * alpha);
}
