using AcikKapi.Analytics.Statistics;

namespace AcikKapi.Analytics.Detection;

/// <summary>What was expected over the last weeks, and what came.</summary>
/// <param name="Weeks">Length of the window, ending with the judged week.</param>
/// <param name="Error">Standard error of ln(<paramref name="Expected"/>), from the regression.</param>
/// <param name="Dispersion">φ of sums of this length.</param>
/// <param name="DispersionError">Standard error of ln φ.</param>
public readonly record struct WindowForecast(
    int Weeks, long Observed, double Expected, double Error, double Dispersion, double DispersionError)
{
    /// <summary>By how many standard errors twice the expected would stand out.</summary>
    public double DoublingShows => Expected <= 0 ? 0 : Math.Sqrt(Expected / (Dispersion + Expected * Error * Error));

    /// <summary>
    /// P(Y ≥ observed), averaged over the errors of ln μ and ln φ. The smallest α at which `muan` calls a rise would
    /// add a quantile of the count to one of ln μ: safe, but of 25 series of 12 a week that rose by 12 it found 11 by
    /// week 4, and this 19. Its own false alarms are measured in the tests on worlds with nothing planted.
    /// </summary>
    public double PValue()
    {
        if (Expected <= 0) return 1; // nothing is known: nothing is called
        var plain = Observed <= Expected ? 1 : CountTail.AtLeast(Observed, Expected, Dispersion);
        if (plain > NotWorthAveraging) return plain;
        // Gauss–Hermite with three points: φ's error matters for the far tail only, and there it is the upper one.
        var far = Math.Exp(Math.Sqrt(3) * DispersionError);
        return Math.Min(1, 2.0 / 3 * OverMeans(Dispersion) + (OverMeans(Dispersion * far) + OverMeans(Math.Max(1, Dispersion / far))) / 6);
    }

    // The trapezoid rule is all but exact for a smooth function under a normal density.
    double OverMeans(double dispersion)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var z = -Furthest; z <= Furthest; z += Step)
        {
            var weight = Math.Exp(-z * z / 2);
            sum += weight * CountTail.AtLeast(Observed, Math.Min(Expected * Math.Exp(z * Error), Most), dispersion);
            weights += weight;
        }

        return sum / weights;
    }

    /// <summary>Where 95 of 100 counts would lie had nothing changed: the count's own scatter and the regression's error together.</summary>
    public (long Low, long High) UsualRange()
    {
        var scatter = Dispersion + Expected * Error * Error;
        return (CountTail.UpperQuantile(0.975, Expected, scatter), CountTail.UpperQuantile(0.025, Expected, scatter));
    }

    const double NotWorthAveraging = 0.1; // nobody calls a rise there
    const double Furthest = 8;
    const double Step = 0.5;
    const double Most = 1e9; // an empty season may have any mean; beyond this one nothing changes
}
