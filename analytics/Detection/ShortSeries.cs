namespace AcikKapi.Analytics.Detection;

/// <summary>
/// A series of less than a year: its own level, the country's season. Provisional: nobody knows its own season yet, and the
/// error of the mean says so.
/// </summary>
static class ShortSeries
{
    const int FewestWeeks = 13;

    // Standard deviation of ln(season): of a place around the country's, and of any season where the country's is not known.
    const double OwnSeason = 0.1, AnySeason = 0.25;

    /// <summary>None where fewer than 13 weeks lie before the longest window, or all of them are empty.</summary>
    public static IReadOnlyList<WindowForecast> Windows(WeeklySeries series, int longest, CountrySeason country)
    {
        var weeks = series.Counts.Length - longest;
        if (weeks < FewestWeeks) return [];
        var past = series.Counts.AsSpan(0, weeks).ToArray();
        var (sum, mean) = (past.Sum(), past.Average());
        if (sum == 0) return [];
        var dispersion = Math.Max(1, past.Sum(c => (c - mean) * (c - mean)) / mean / (weeks - 1));
        return [.. Enumerable.Range(1, longest).Select(window =>
        {
            var season = country.Ratio(series.Key.TypeCode, window, weeks, longest);
            var doubt = season is null ? AnySeason : OwnSeason;
            return new WindowForecast(
                window, series.Counts[^window..].Sum(c => (long)c), window * mean * (season ?? 1), Math.Sqrt(dispersion / sum + doubt * doubt),
                dispersion, 1.5 * Math.Sqrt(2.0 / weeks));
        })];
    }
}
