namespace AcikKapi.Reports.Charts;

/// <summary>
/// Rates for a map, drawn towards the mean of all places the more, the fewer people a place has: else the smallest places have the highest and
/// the lowest rates by chance alone (empirical Bayes with the method of moments; Marshall, Applied Statistics 1991; 40: 283–294).
/// </summary>
public static class ShrunkenRates
{
    /// <param name="places">Cases and people; null where hidden or unknown: such a place has no rate and no part in the mean.</param>
    /// <returns>Cases per <paramref name="per"/> people, in the order given.</returns>
    public static IReadOnlyList<double?> Of(IReadOnlyList<(long? Cases, long? People)> places, double per = 100_000)
    {
        var known = places.Where(IsKnown).Select(p => (Cases: (double)p.Cases!, People: (double)p.People!)).ToList();
        var people = known.Sum(p => p.People);
        var mean = known.Sum(p => p.Cases) / people;
        var scatter = known.Sum(p => p.People * Math.Pow(p.Cases / p.People - mean, 2)) / people;
        var between = Math.Max(0, scatter - mean / (people / known.Count));
        return [.. places.Select(p => IsKnown(p) ? per * Shrunk((double)p.Cases!, (double)p.People!) : (double?)null)];

        double Shrunk(double cases, double population) => mean <= 0 ? 0 : mean + (cases / population - mean) * between / (between + mean / population);
    }

    static bool IsKnown((long? Cases, long? People) place) => place is { Cases: not null, People: > 0 };
}
