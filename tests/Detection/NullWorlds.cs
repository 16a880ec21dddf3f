using AcikKapi.Analytics.Detection;
using MathNet.Numerics.Distributions;

namespace AcikKapi.Tests.Detection;

/// <summary>Seeded worlds in which nothing is planted: seasons, trends of ±10 % a year, negative binomial scatter.</summary>
static class NullWorlds
{
    public static readonly DateOnly Monday = new(2026, 10, 26);

    /// <param name="doubled">How many of the last weeks have twice the usual mean.</param>
    public static int[] Series(Random random, int weeks, double mean, double dispersion, int doubled = 0)
    {
        var (phase, season, trend) = (random.NextDouble() * 6.3, random.NextDouble() * 0.4, (random.NextDouble() - 0.5) * 0.2);
        return [.. Enumerable.Range(0, weeks).Select(week => Count(
            random,
            (week >= weeks - doubled ? 2 : 1) * mean * Math.Exp(season * Math.Sin(2 * Math.PI * week / 52.18 + phase) + trend * week / 52),
            dispersion))];
    }

    public static int Count(Random random, double mean, double dispersion) => Poisson.Sample(
        random, Math.Max(1e-12, dispersion > 1 ? Gamma.Sample(random, mean / (dispersion - 1), 1 / (dispersion - 1)) : mean));

    /// <summary>Provinces × topics of very different size, five years, with the sums of every level but headings.</summary>
    public static List<WeeklySeries> World(int seed, int provinces, int topics, int weeks = 270)
    {
        var random = new Random(seed);
        var series = new List<WeeklySeries>();
        for (var province = 1; province <= provinces; province++)
        {
            var all = new int[weeks];
            for (var topic = 0; topic < topics; topic++)
            {
                var counts = Series(random, weeks, 40.0 / province / (topic + 1), 1 + 2 * random.NextDouble());
                for (var i = 0; i < weeks; i++) all[i] += counts[i];
                series.Add(new WeeklySeries(new SeriesKey("province_topic", province, null, Topics[topic]), Monday, counts));
            }

            series.Add(new WeeklySeries(new SeriesKey("province", province, null, null), Monday, all));
        }

        return series;
    }

    public static readonly string[] Topics = [.. AcikKapi.Domain.Reference.Vocabulary.Current.Topics.Select(t => t.Code)];
}
