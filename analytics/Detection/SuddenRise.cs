using System.Collections.Concurrent;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// More applications than the same season of earlier years and the trend explain, over the last 1, 4 or 8 ended ISO
/// weeks: single weeks of a province and topic are too few to judge, their sums are not. Farrington flexible; a place with
/// less than a year of history borrows the country's season. Under 5 cases in the last 4 weeks are never a rise.
/// </summary>
public sealed class SuddenRise : IDetector
{
    static readonly int[] Windows = [1, 4, 8];
    const int FewestCases = 5;
    const int CasesCountedOver = 4;

    public DetectorKind Kind => DetectorKind.SuddenRise;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel)
    {
        var units = ReadWeeklySeries.UnitNames(warehouse);
        return [.. Judge(ReadWeeklySeries.Run(warehouse, asOf), cancel).Select(f => f.UnitCode is { } unit ? f with { UnitName = units.GetValueOrDefault(unit) } : f)];
    }

    /// <summary>Three findings a series that is long enough, one for each window.</summary>
    public static IReadOnlyList<Finding> Judge(IReadOnlyCollection<WeeklySeries> series, CancellationToken cancel)
    {
        var (country, provinces) = (CountrySeason.Of(series), ProvinceForecasts.Of(series, Windows[^1]));
        var findings = new ConcurrentBag<Finding>();
        Parallel.ForEach(series, new ParallelOptions { CancellationToken = cancel }, one =>
        {
            foreach (var finding in Judge(one, country, provinces)) findings.Add(finding);
        });
        // Threads finish in any order; the night's table must not.
        return [.. findings.OrderBy(f => f.Family, StringComparer.Ordinal).ThenBy(f => f.ProvinceCode).ThenBy(f => f.DistrictCode)
            .ThenBy(f => f.TypeCode, StringComparer.Ordinal).ThenBy(f => f.UnitCode, StringComparer.Ordinal).ThenBy(f => f.GroupCode, StringComparer.Ordinal)
            .ThenByDescending(f => f.WindowStart)];
    }

    /// <summary>Sums over the last 1, 2, … weeks from the series' own past; none where that is shorter than a year.</summary>
    internal static IReadOnlyList<WindowForecast> Forecasts(WeeklySeries series, int longest)
    {
        var now = series.Counts.Length - 1;
        return FarringtonFlexible.Windows(series.Counts, now, YearsBack.From(series.Monday, now), longest);
    }

    static IEnumerable<Finding> Judge(WeeklySeries series, CountrySeason country, ProvinceForecasts provinces)
    {
        var forecasts = provinces.Windows(series);
        if (forecasts.Count == 0) forecasts = Forecasts(series, Windows[^1]);
        var isShort = forecasts.Count == 0;
        if (isShort) forecasts = ShortSeries.Windows(series, Windows[^1], country);
        if (forecasts.Count == 0) return [];
        var enough = series.Counts.TakeLast(CasesCountedOver).Sum() >= FewestCases;
        return Windows.Select(weeks => Found(series, forecasts[weeks - 1], enough, isShort ? "Bir yıldan kısa bir geçmişe dayanır; geçici sayılmalı." : null));
    }

    static Finding Found(WeeklySeries series, WindowForecast window, bool enough, string? caveat)
    {
        var key = series.Key;
        var (low, high) = window.UsualRange();
        return new Finding(
            key.Family, Finding.Problem, key.ProvinceCode, key.DistrictCode, key.TypeCode,
            series.Monday.AddDays(-7 * (window.Weeks - 1)), series.Monday.AddDays(6),
            window.Observed, window.Expected, low, high, enough ? window.PValue() : 1)
        {
            UnitCode = key.UnitCode,
            GroupCode = key.GroupCode,
            DoublingShows = window.DoublingShows,
            Note = caveat,
        };
    }
}
