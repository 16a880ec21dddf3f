using System.Collections.Concurrent;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// More applications than the same season of earlier years and the trend explain, over the last 1, 4 or 8 ended ISO
/// weeks: single weeks of a province and topic are too few to judge, their sums are not. Farrington flexible; under
/// 5 cases in the last 4 weeks, or less than a year of history, is never a rise.
/// </summary>
public sealed class SuddenRise : IDetector
{
    static readonly int[] Windows = [1, 4, 8];
    const int FewestCases = 5;
    const int CasesCountedOver = 4;

    public string Name => "sudden_rise";

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) =>
        Judge(ReadWeeklySeries.Run(warehouse, asOf), cancel);

    /// <summary>Three findings a series that is long enough, one for each window.</summary>
    public static IReadOnlyList<Finding> Judge(IReadOnlyCollection<WeeklySeries> series, CancellationToken cancel)
    {
        var findings = new ConcurrentBag<Finding>();
        Parallel.ForEach(series, new ParallelOptions { CancellationToken = cancel }, one =>
        {
            foreach (var finding in Judge(one)) findings.Add(finding);
        });
        // Threads finish in any order; the night's table must not.
        return [.. findings.OrderBy(f => f.Family, StringComparer.Ordinal).ThenBy(f => f.ProvinceCode).ThenBy(f => f.DistrictCode)
            .ThenBy(f => f.TypeCode, StringComparer.Ordinal).ThenByDescending(f => f.WindowStart)];
    }

    static IEnumerable<Finding> Judge(WeeklySeries series)
    {
        var now = series.Counts.Length - 1;
        var forecasts = FarringtonFlexible.Windows(series.Counts, now, YearsBack.From(series.Monday, now), Windows[^1]);
        if (forecasts.Count == 0) return [];
        var enough = series.Counts[^CasesCountedOver..].Sum() >= FewestCases;
        return Windows.Select(weeks => Found(series, forecasts[weeks - 1], enough));
    }

    static Finding Found(WeeklySeries series, WindowForecast window, bool enough)
    {
        var key = series.Key;
        var (low, high) = window.UsualRange();
        return new Finding(
            key.Family, "problem", key.ProvinceCode, key.DistrictCode, key.TypeCode,
            series.Monday.AddDays(-7 * (window.Weeks - 1)), series.Monday.AddDays(6),
            window.Observed, window.Expected, low, high, enough ? window.PValue() : 1);
    }
}
