using MathNet.Numerics.Distributions;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// How a family's budget is divided among its tests before any outcome is looked at: most to those that a true doubling would lift just over the bar,
/// hardly any to those that it would not lift near it or lifts far beyond it. The bar that finds the most doublings at the same sum of error is
/// Φ̄(ξ/2 + c/ξ), ξ the standard errors that a doubling adds (Roeder and Wasserman, Statistical Science 2009; 24: 398–413).
/// </summary>
static class PowerWeights
{
    internal const double Even = 0.1; // of the budget in equal parts: a rare type may rise tenfold, a frequent one by a quarter
    const double Spent = 0.1; // expected false calls of the bars that c is chosen for
    const double LargestC = 100;

    /// <summary>Weights with the mean 1, in the order given; all 1 where nobody knows what a doubling would show.</summary>
    public static double[] Of(IReadOnlyList<Finding> family)
    {
        if (!family.All(f => f.DoublingShows is not null)) return [.. family.Select(_ => 1.0)];
        var shows = family.Select(f => f.DoublingShows!.Value).ToArray();
        var (low, high) = (0.0, LargestC);
        while (high - low > 1e-6)
            if (shows.Sum(xi => Bar(xi, (low + high) / 2)) > Spent) low = (low + high) / 2;
            else high = (low + high) / 2;
        var bars = shows.Select(xi => Bar(xi, low)).ToArray();
        var mean = bars.Average();
        return [.. bars.Select(bar => mean > 0 ? Even + (1 - Even) * bar / mean : 1)];
    }

    static double Bar(double xi, double c) => xi > 0 ? Normal.CDF(0, 1, -(xi / 2 + c / xi)) : 0;
}
