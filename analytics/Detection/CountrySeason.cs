using AcikKapi.Domain.Reference;

namespace AcikKapi.Analytics.Detection;

/// <summary>How many times its usual level the country has in the judged weeks, by type and as a whole: the season that short series borrow.</summary>
sealed class CountrySeason
{
    readonly Dictionary<string, (int[] Counts, IReadOnlyList<WindowForecast> Forecasts)> types = new(StringComparer.Ordinal);

    readonly (int[] Counts, IReadOnlyList<WindowForecast> Forecasts)? all;

    CountrySeason(IEnumerable<WeeklySeries> country)
    {
        var series = country.ToList();
        foreach (var one in series) types[one.Key.TypeCode!] = (one.Counts, SuddenRise.Forecasts(one, Longest));
        var headings = series.Where(s => Vocabulary.Current.Types.Find(s.Key.TypeCode!)?.IsHeading == true).ToList();
        if (headings.Count == 0) return;
        var sum = new int[headings.Max(h => h.Counts.Length)];
        foreach (var heading in headings)
            for (var ago = 1; ago <= heading.Counts.Length; ago++) sum[^ago] += heading.Counts[^ago];
        all = (sum, SuddenRise.Forecasts(headings[0] with { Counts = sum }, Longest));
    }

    const int Longest = 8;

    public static CountrySeason Of(IEnumerable<WeeklySeries> series) => new(series.Where(s => s.Key is { Family: "country_type", TypeCode: not null }));

    /// <summary>
    /// Expected weekly level of the last <paramref name="weeks"/> over the true level of the <paramref name="baseline"/> weeks that
    /// end <paramref name="ago"/> weeks before the last; null where the country itself is too short to tell.
    /// </summary>
    public double? Ratio(string? type, int weeks, int baseline, int ago)
    {
        var known = type is not null && types.TryGetValue(type, out var one) && one.Forecasts.Count > 0 ? one : all;
        if (known is not { Forecasts.Count: > 0 } country || country.Counts.Length < baseline + ago) return null;
        var before = country.Counts[^(baseline + ago)..^ago].Average();
        return before > 0 ? country.Forecasts[weeks - 1].Expected / weeks / before : null;
    }
}
