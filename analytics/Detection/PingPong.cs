using System.Globalization;
using AcikKapi.Analytics.Statistics;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>Two units that hand cases to each other.</summary>
/// <param name="Passed">Cases that one of them gave to the other.</param>
/// <param name="Returned">Those of them that the other gave back.</param>
/// <param name="DaysLost">Working days between, all cases together.</param>
public sealed record UnitPair(int ProvinceCode, string UnitCode, string? UnitName, string OtherCode, string? OtherName, long Passed, long Returned, long DaysLost);

/// <summary>Ping-pong: A → B → A on one case, in the last quarter, more often than what is passed on in the country comes back.</summary>
public sealed class PingPong : IDetector
{
    const int Weeks = 13;
    const int FewestReturned = 5;

    // Where hardly anything is passed on, the country's share is not known: as if one of twenty cases came back.
    const double PriorReturned = 0.5, PriorPassed = 10;

    const double SpreadOfPairs = 0.04;

    public DetectorKind Kind => DetectorKind.PingPong;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) => Judge(Read(warehouse, asOf), asOf);

    public static IReadOnlyList<Finding> Judge(IReadOnlyList<UnitPair> pairs, DateOnly asOf)
    {
        var (passed, returned) = (pairs.Sum(p => p.Passed), pairs.Sum(p => p.Returned));
        return [.. pairs.Select(p => Found(p, (returned - p.Returned + PriorReturned) / (passed - p.Passed + PriorPassed), asOf))];
    }

    static Finding Found(UnitPair pair, double share, DateOnly asOf)
    {
        var expected = pair.Passed * Math.Min(share, 1);
        var dispersion = Math.Max(1e-6, 1 - Math.Min(share, 1)) + SpreadOfPairs * expected;
        return new Finding(
            "pair", Finding.Problem, pair.ProvinceCode, null, null, asOf.AddDays(1 - 7 * Weeks), asOf, pair.Returned, expected,
            CountTail.UpperQuantile(0.975, expected, dispersion), CountTail.UpperQuantile(0.025, expected, dispersion),
            pair.Returned < FewestReturned ? 1 : CountTail.AtLeast(pair.Returned, expected, dispersion))
        {
            UnitCode = pair.UnitCode,
            UnitName = $"{pair.UnitName ?? pair.UnitCode} ve {pair.OtherName ?? pair.OtherCode}",
            GroupCode = $"unit:{pair.OtherCode}",
            Note = string.Create(CultureInfo.InvariantCulture, $"İki birim birbirine yolladı; toplam {pair.DaysLost} iş günü yitirildi."),
        };
    }

    static List<UnitPair> Read(DuckDBConnection warehouse, DateOnly asOf)
    {
        warehouse.SetWindow(asOf.AddDays(1 - 7 * Weeks), asOf);
        return warehouse.Rows(Embedded.Sql(nameof(PingPong)), row => new UnitPair(
            row.GetInt32(0), row.GetString(1), row.Text(2), row.GetString(3), row.Text(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7)));
    }
}
