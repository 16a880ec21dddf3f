namespace AcikKapi.Analytics.Detection;

/// <summary>
/// Forecasts of a province's weeks, of one type or all: from what the rest of the country had in the same weeks (<see cref="PeerShare"/>), or from its
/// own earlier years (<see cref="FarringtonFlexible"/>), whichever its past says will be nearer; with the scatter that all provinces of a type show
/// together, since five years of a few cases tell little of it.
/// </summary>
sealed class ProvinceForecasts
{
    // Of ln φ: what is left to doubt where some eighty series tell it.
    const double DispersionError = 0.1;

    const double AnyDrift = 0.3, LeastDrift = 0.01;
    const int FewestToLearnDrift = 30;
    const int FewestPlaces = 10; // of a type: from fewer nothing is learned of all

    static readonly string[] Families = ["province", "province_heading", "province_topic"];

    readonly Dictionary<SeriesKey, IReadOnlyList<WindowForecast>> forecasts = [];

    /// <param name="series">Of all families; others than provinces' are not looked at.</param>
    public static ProvinceForecasts Of(IReadOnlyCollection<WeeklySeries> series, int longest)
    {
        var all = new ProvinceForecasts();
        foreach (var family in series.Where(s => Families.Contains(s.Key.Family, StringComparer.Ordinal)).GroupBy(s => s.Key.Family))
        {
            var types = family.GroupBy(s => s.Key.TypeCode).Select(type => Beside([.. type])).ToList();
            var drift = UsualDrift([.. types.SelectMany(type => Fit(type, longest, AnyDrift)).Select(one => one.Share)]);
            foreach (var type in types) all.Add(type, drift, longest);
        }

        return all;
    }

    /// <summary>None where there is under a year of history.</summary>
    public IReadOnlyList<WindowForecast> Windows(WeeklySeries series) => forecasts.GetValueOrDefault(series.Key) ?? [];

    void Add(List<(WeeklySeries Series, double[] Peers)> type, double drift, int longest)
    {
        if (type.Count < FewestPlaces)
        {
            foreach (var (one, _) in type) forecasts[one.Key] = SuddenRise.Forecasts(one, longest);
            return;
        }

        var beside = Fit(type, longest, drift);
        var common = Learn([.. beside.Select(one => one.Share.Scattered)], longest);
        foreach (var (key, share) in beside) forecasts[key] = share.Windows([.. common.Select((scatter, at) => scatter.Of(share.Scattered, at))], DispersionError);
        foreach (var (key, windows) in OwnYears([.. type.Select(one => one.Series)], longest))
            if (!forecasts.TryGetValue(key, out var known) || IsNearer(windows[^1], known[^1])) forecasts[key] = windows;
    }

    static TypeScatter[] Learn(IReadOnlyList<SeriesScatter> places, int longest) => [.. Enumerable.Range(0, longest).Select(at => TypeScatter.Learn(places, at))];

    // Relative variances of forecasts, as if both expected the same: else whoever expects more would seem to know more.
    static bool IsNearer(WindowForecast a, WindowForecast b)
    {
        var mean = Math.Max((a.Expected + b.Expected) / 2, 1e-9);
        return a.Dispersion / mean + a.Error * a.Error < b.Dispersion / mean + b.Error * b.Error;
    }

    static List<(SeriesKey Key, IReadOnlyList<WindowForecast> Windows)> OwnYears(IReadOnlyList<WeeklySeries> type, int longest)
    {
        var known = type.AsParallel().AsOrdered().Select(one => (one.Key, Windows: SuddenRise.Forecasts(one, longest), Weeks: one.Counts.Length)).Where(one => one.Windows.Count > 0)
            .Select(one => (one.Key, one.Windows, Scatter: new SeriesScatter([.. one.Windows.Select(w => w.Dispersion)], Math.Min(one.Weeks, PeerShare.MostWeeks), one.Windows[^1].Expected / longest))).ToList();
        var common = Learn([.. known.Select(one => one.Scatter)], longest);
        return [.. known.Select(one => (one.Key, (IReadOnlyList<WindowForecast>)[.. one.Windows.Select((w, at) => w with { Dispersion = common[at].Of(one.Scatter, at) })]))];
    }

    // How far the places of a country drift from each other, learned from all of them: what is found beyond what chance alone would show.
    static double UsualDrift(List<PeerShare> shares)
    {
        var known = shares.Where(s => s.Scattered.WeeklyMean >= 1).Select(s => s.Drift).ToList();
        if (known.Count < FewestToLearnDrift) return Forecast.YearlyDrift;
        var (sum, weights) = (0.0, 0.0);
        foreach (var (drift, error) in known)
        {
            var weight = 1 / Math.Pow(error * error + Forecast.YearlyDrift * Forecast.YearlyDrift, 2);
            sum += weight * (drift * drift - error * error);
            weights += weight;
        }

        return Math.Clamp(Math.Sqrt(Math.Max(0, sum / weights)), LeastDrift, AnyDrift);
    }

    // Each series with what all others of its type had in its weeks.
    static List<(WeeklySeries Series, double[] Peers)> Beside(List<WeeklySeries> series)
    {
        var whole = new double[series.Max(s => s.Counts.Length)];
        foreach (var one in series)
            for (var ago = 1; ago <= one.Counts.Length; ago++) whole[^ago] += one.Counts[^ago];
        return [.. series.Select(one =>
        {
            var peers = whole[^one.Counts.Length..];
            for (var i = 0; i < peers.Length; i++) peers[i] -= one.Counts[i];
            return (one, peers);
        })];
    }

    static List<(SeriesKey Key, PeerShare Share)> Fit(List<(WeeklySeries Series, double[] Peers)> type, int longest, double drift) =>
        [.. type.AsParallel().AsOrdered().Select(one => (one.Series.Key, Share: PeerShare.Fit(one.Series.Counts, one.Peers, longest, drift))).Where(one => one.Share is not null).Select(one => (one.Key, one.Share!))];
}
