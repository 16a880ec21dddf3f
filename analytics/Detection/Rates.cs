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
        [.. Spread(rows).Select(r => Found(r.Row, r.Dispersion, from, until) with
        {
            PValue = CountTail.AtLeast(r.Row.Observed, r.Row.Expected, r.Dispersion),
        })];

    /// <summary>P(at most as many), for good practice.</summary>
    public static IReadOnlyList<(RateRow Row, Finding Finding)> Better(IReadOnlyList<RateRow> rows, DateOnly from, DateOnly until) =>
        [.. Spread(rows).Select(r => (r.Row, Found(r.Row, r.Dispersion, from, until) with
        {
            Direction = Finding.Good,
            PValue = CountTail.AtMost(r.Row.Observed, r.Row.Expected, r.Dispersion),
        }))];

    static IEnumerable<(RateRow Row, double Dispersion)> Spread(IReadOnlyList<RateRow> rows) =>
        rows.Where(r => r.Cases >= FewestCases && r.Expected > 0).GroupBy(r => r.Subject.Family).SelectMany(family =>
        {
            var peers = family.ToList();
            var seen = peers.Where(r => r.Expected >= EnoughToSee).Select(r => r.Point).ToList();
            var between = seen.Count < FewPeers ? SpreadOfFew : Funnel.Between(seen);
            return peers.Select(row => (row, Funnel.Dispersion(row.Point, between)));
        });

    static Finding Found(RateRow row, double dispersion, DateOnly from, DateOnly until) => new(
        row.Subject.Family, Finding.Problem, row.Subject.ProvinceCode, row.Subject.DistrictCode, null, from, until, row.Observed, row.Expected,
        CountTail.UpperQuantile(0.975, row.Expected, dispersion), CountTail.UpperQuantile(0.025, row.Expected, dispersion), 1)
    {
        UnitCode = row.Subject.UnitCode,
        UnitName = row.UnitName,
    };
}
