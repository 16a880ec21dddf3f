namespace AcikKapi.Analytics.Detection;

/// <summary>How much a series scattered in its past: φ of sums over 1, 2, … weeks, over how many weeks, of what weekly mean.</summary>
readonly record struct SeriesScatter(IReadOnlyList<double> Dispersions, double Weeks, double WeeklyMean);

/// <summary>
/// φ of sums of one length, learned from all places of a type: what they have in common, and by how much they truly differ, so that a place's own
/// φ, noisy as it is, counts as much as places differ and no more (empirical Bayes by the method of moments).
/// </summary>
/// <param name="Between">Variance of true φ over the common one.</param>
sealed record TypeScatter(double Common, double Between)
{
    const double Usual = 1.5, LeastBetween = 0.001;
    const double OfAnotherKind = 3; // standard deviations: a place whose level jumped, say, is no draw from the others

    /// <param name="at">Length of the sums − 1.</param>
    public static TypeScatter Learn(IReadOnlyList<SeriesScatter> places, int at)
    {
        if (places.Count == 0) return new TypeScatter(1, LeastBetween);
        var common = Usual;
        for (var step = 0; step < 2; step++)
            common = Math.Max(1, places.Sum(place => place.Dispersions[at] / Chance(place, at, common)) / places.Sum(place => 1 / Chance(place, at, common)));
        var apart = places.Sum(place => Math.Pow(place.Dispersions[at] / common - 1, 2) / Chance(place, at, common) - 1) / places.Sum(place => 1 / Chance(place, at, common));
        return new TypeScatter(common, Math.Max(LeastBetween, apart));
    }

    public double Of(SeriesScatter place, int at)
    {
        var (own, chance) = (place.Dispersions[at] / Common - 1, Chance(place, at, Common));
        return own > OfAnotherKind * Math.Sqrt(Between + chance) ? place.Dispersions[at] : Math.Max(1, Common * (1 + own * Between / (Between + chance)));
    }

    // Sampling variance of φ over its true value, (2 + κ)/n of n sums that do not overlap, κ the excess kurtosis of a negative binomial: where
    // hardly ever anything is expected, a place's own φ tells nothing.
    static double Chance(SeriesScatter place, int at, double dispersion)
    {
        var mean = Math.Max(1e-6, place.WeeklyMean * (at + 1));
        return (2 + 6 * (dispersion - 1) / mean + 1 / (dispersion * mean)) * (at + 1) / place.Weeks;
    }
}
