using System.Collections.Concurrent;
using AcikKapi.Analytics.Statistics;
using AcikKapi.Domain.Reference;
using DuckDB.NET.Data;
using MathNet.Numerics.Distributions;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// Neighbouring provinces that rise together, each perhaps too little to be called alone: the space scan over each type, its
/// expected counts from the regressions of <see cref="SuddenRise"/>. The chance of the largest score comes from drawn
/// countries with the same means, scatter and errors of the means, by a Gumbel tail.
/// </summary>
public sealed class NeighbouringCluster : IDetector
{
    const int Weeks = 8;
    const int FewestCases = 40; // of the country in the window
    const double FewestExpected = 1; // of a zone: a clump of cases where hardly any are is chance more often than any law of counts says
    const int FirstLook = 49, Replicates = 199;
    const double PlainlyNothing = 0.2;

    // Standard error of ln μ: a place whose usual number may be seven times as large, or a seventh, tells nothing, and its drawn
    // counts would drown the country.
    const double LeastKnown = 2;

    // Nor does one that scatters ten times as much as the middle one of the type, as after its level jumped.
    const double MostScattered = 10;

    public DetectorKind Kind => DetectorKind.NeighbouringCluster;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) =>
        Judge(ReadWeeklySeries.Run(warehouse, asOf), cancel);

    /// <summary>One finding a type: its most unusual zone.</summary>
    public static IReadOnlyList<Finding> Judge(IReadOnlyCollection<WeeklySeries> series, CancellationToken cancel)
    {
        var provinces = ProvinceForecasts.Of(series, Weeks);
        var findings = new ConcurrentBag<Finding>();
        var types = series.Where(s => s.Key is { Family: "province_heading" or "province_topic", TypeCode: not null }).GroupBy(s => s.Key.TypeCode!);
        Parallel.ForEach(types, new ParallelOptions { CancellationToken = cancel }, type =>
        {
            if (OfType(type.Key, [.. type], provinces) is { } finding) findings.Add(finding);
        });
        return [.. findings.OrderBy(f => f.TypeCode, StringComparer.Ordinal)];
    }

    sealed record Place(int Code, int[] Counts, IReadOnlyList<WindowForecast> Forecasts);

    static Finding? OfType(string type, List<WeeklySeries> series, ProvinceForecasts provinces)
    {
        var known = series.Select(s => new Place(s.Key.ProvinceCode!.Value, s.Counts, provinces.Windows(s))).Where(p => p.Forecasts.Count == Weeks && p.Forecasts.Max(w => w.Error) <= LeastKnown).ToList();
        if (known.Count == 0) return null;
        var usual = known.Select(p => p.Forecasts[^1].Dispersion).Order().ElementAt(known.Count / 2);
        var places = known.Where(p => p.Forecasts[^1].Dispersion <= MostScattered * usual).ToList();
        if (places.Sum(p => p.Forecasts[^1].Observed) < FewestCases) return null;
        var codes = Vocabulary.Current.Provinces.Codes.Order().ToArray();
        var (counts, expected) = (Table(codes.Length), Table(codes.Length));
        foreach (var place in places)
            for (var w = 0; w < Weeks; w++)
            {
                var at = Array.BinarySearch(codes, place.Code);
                counts[w][at] = place.Forecasts[w].Observed;
                expected[w][at] = place.Forecasts[w].Expected;
            }

        var found = SpaceScan.Run(Zones.Turkey, counts, expected, FewestExpected);
        if (found.Zone < 0) return null;
        var zone = Zones.Turkey[found.Zone].Select(at => codes[at]).ToArray();
        // One province is no neighbourhood: its rise is told by its own series.
        return Told(type, series[0].Monday, zone, found, places, zone.Length == 1 ? 1 : Chance(type, found.Score, places, codes, expected));
    }

    // Most types show nothing: a first look at a quarter of the countries tells.
    static double Chance(string type, double score, List<Place> places, int[] codes, double[][] expected)
    {
        var random = new Random(Seed(type));
        var maxima = new List<double>(Replicates);
        while (maxima.Count < FirstLook) maxima.Add(Drawn(random, places, codes, expected));
        if (Gumbel.Fit(maxima).Above(score) > PlainlyNothing) return Gumbel.Fit(maxima).Above(score);
        while (maxima.Count < Replicates) maxima.Add(Drawn(random, places, codes, expected));
        return Gumbel.Fit(maxima).Above(score);
    }

    // The same night gives the same flags; string hashes differ from run to run.
    static int Seed(string type) => type.Aggregate(17, (seed, letter) => unchecked(seed * 31 + letter));

    static double Drawn(Random random, List<Place> places, int[] codes, double[][] expected)
    {
        var counts = Table(codes.Length);
        foreach (var place in places)
        {
            var at = Array.BinarySearch(codes, place.Code);
            var longest = place.Forecasts[^1];
            var error = Math.Exp(longest.Error * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1));
            var sum = 0.0;
            for (var w = 0; w < Weeks; w++)
            {
                var mean = error * (expected[w][at] - (w == 0 ? 0 : expected[w - 1][at]));
                counts[w][at] = sum += Sample(random, mean, longest.Dispersion);
            }
        }

        return SpaceScan.Run(Zones.Turkey, counts, expected, FewestExpected).Score;
    }

    static double Sample(Random random, double mean, double dispersion)
    {
        var rate = dispersion > 1 && mean > 0 ? Gamma.Sample(random, mean / (dispersion - 1), 1 / (dispersion - 1)) : mean;
        return rate > 0 ? Poisson.Sample(random, rate) : 0;
    }

    static Finding Told(string type, DateOnly monday, int[] zone, ScanResult found, List<Place> places, double chance)
    {
        var inside = places.Where(p => zone.Contains(p.Code)).Select(p => (p.Code, Window: p.Forecasts[found.Weeks - 1])).ToList();
        var mean = inside.Sum(p => p.Window.Expected);
        var variance = inside.Sum(p => p.Window.Expected * p.Window.Dispersion + Math.Pow(p.Window.Expected * p.Window.Error, 2));
        var observed = inside.Sum(p => p.Window.Observed);
        return new Finding(
            "type", Finding.Problem, null, null, type, monday.AddDays(7 - 7 * found.Weeks), monday.AddDays(6), observed, mean,
            CountTail.UpperQuantile(0.975, mean, Math.Max(1, variance / mean)), CountTail.UpperQuantile(0.025, mean, Math.Max(1, variance / mean)), chance)
        {
            Zone = zone,
            Parts = observed <= mean ? [] :
            [.. inside.Where(p => p.Window.Observed >= 8)
                .Select(p => new Driver(Vocabulary.Current.Provinces[p.Code].Name, (p.Window.Observed - p.Window.Expected) / (observed - mean)) { Dimension = "province", Code = $"{p.Code}" })
                .Where(d => d.Share >= 0.15).OrderByDescending(d => d.Share)],
        };
    }

    static double[][] Table(int places) => [.. Enumerable.Range(0, Weeks).Select(_ => new double[places])];
}
