using AcikKapi.Analytics.Statistics;

namespace AcikKapi.Analytics.Detection;

/// <summary>Standardised ratios judged by the funnel, each against 1, never against each other.</summary>
public static class Rates
{
    const int FewestCases = 20;

    // Too few of a kind to see how much they differ by nature: the spread of provinces whose true sd is 0.2. Where under
    // five are expected the square root is too coarse to see it.
    const int FewPeers = 10;
    const double EnoughToSee = 5;
    const double SpreadOfFew = 0.04;

    /// <summary>P(at least as many), one finding a subject with cases enough.</summary>
    public static IReadOnlyList<Finding> Worse(IReadOnlyList<RateRow> rows, DateOnly from, DateOnly until) =>
        [.. Spread(rows).Select(r => Found(r.Row, r.Between, from, until) with { PValue = Averaged(r, CountTail.AtLeast) })];

    /// <summary>P(at most as many), for good practice.</summary>
    public static IReadOnlyList<(RateRow Row, Finding Finding)> Better(IReadOnlyList<RateRow> rows, DateOnly from, DateOnly until) =>
        [.. Spread(rows).Select(r => (r.Row, Found(r.Row, r.Between, from, until) with { Direction = Finding.Good, PValue = Averaged(r, CountTail.AtMost) }))];

    // How much they differ by nature is known from a few dozen of them: the tail is averaged over its error (Gauss–Hermite, three points). With
    // τ² taken as known, among 81 units that do not differ more than it says one was called in 2.8 % of worlds where 1 % was promised.
    static double Averaged((RateRow Row, double Between, double Error) r, Func<long, double, double, double> tail)
    {
        double At(double between) => tail(r.Row.Observed, r.Row.Expected, Funnel.Dispersion(r.Row.Point, Math.Max(0, between)));
        var far = Math.Sqrt(3) * r.Error;
        return 2.0 / 3 * At(r.Between) + (At(r.Between + far) + At(r.Between - far)) / 6;
    }

    static IEnumerable<(RateRow Row, double Between, double Error)> Spread(IReadOnlyList<RateRow> rows) =>
        rows.Where(r => r.Cases >= FewestCases && r.Expected > 0).GroupBy(r => r.Subject.Family).SelectMany(family =>
        {
            var peers = family.ToList();
            var seen = peers.Where(r => r.Expected >= EnoughToSee).Select(r => r.Point).ToList();
            var between = seen.Count < FewPeers ? SpreadOfFew : Funnel.Between(seen);
            var error = seen.Count < FewPeers ? 0 : Funnel.BetweenError(seen, between);
            return peers.Select(row => (row, between, error));
        });

    static Finding Found(RateRow row, double between, DateOnly from, DateOnly until) => new(
        row.Subject.Family, Finding.Problem, row.Subject.ProvinceCode, row.Subject.DistrictCode, null, from, until, row.Observed, row.Expected,
        CountTail.UpperQuantile(0.975, row.Expected, Funnel.Dispersion(row.Point, between)), CountTail.UpperQuantile(0.025, row.Expected, Funnel.Dispersion(row.Point, between)), 1)
    {
        UnitCode = row.Subject.UnitCode,
        UnitName = row.UnitName,
    };
}
