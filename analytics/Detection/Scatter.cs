namespace AcikKapi.Analytics.Detection;

/// <summary>How much sums over several weeks scattered in the past.</summary>
static class Scatter
{
    /// <summary>
    /// φ of sums over <paramref name="window"/> weeks: where neighbouring weeks move together, sums scatter more than
    /// independent weeks would, and a bound that ignored it would call too many rises. Never below the weekly φ.
    /// Overlapping windows are used, each one once: fewer would make φ noisier than the thing it guards against.
    /// </summary>
    public static double OfSums(QuasiPoisson model, Baseline past, int window, double weekly)
    {
        if (window == 1) return weekly;
        var counts = past.Counts;
        var means = model.Means;
        var (excess, expected, squares, sums) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            excess += counts[i] - means[i];
            expected += means[i];
            if (i >= window)
            {
                excess -= counts[i - window] - means[i - window];
                expected -= means[i - window];
            }

            if (i < window - 1 || expected <= 0) continue;
            squares += excess * excess / expected;
            sums++;
        }

        return sums == 0 ? weekly : Math.Max(weekly, squares / sums);
    }
}
