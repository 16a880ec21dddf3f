using AcikKapi.Analytics.Detection;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using MathNet.Numerics.Distributions;

namespace AcikKapi.Cli.Benchmarks.Detect;

/// <summary>What was made to happen: a type that rises in one province, or in four that touch.</summary>
sealed record Plant(string Type, IReadOnlyList<int> Provinces, double Factor, int Weeks, double WeeklyMean);

/// <summary>
/// A made-up country of weekly counts: 81 provinces by population, 40 topics by Zipf, five years, trends of ±10 % a year, two
/// harmonics, weeks with holidays, negative binomial scatter of φ 1.1–3, provinces that differ by a standard deviation of 0.15,
/// 2 % duplicates, 3 % of the last week not yet arrived.
/// </summary>
sealed class SeriesWorld
{
    public const int Weeks = 5 * 52 + 20, PlantedWeeks = 8, ClusterWeeks = 6;
    const int Topics = 40, Weekly = 4000, FrequentTopics = 8;
    public const double Late = 0.03;
    const double FewestInCluster = 80; // a week: half as many more are then 6 standard deviations in four weeks (φ 2), which the best of ten thousand zones and windows needs
    const double FewestInEach = 8; // a week: of İstanbul and three neighbours with one case each nobody could tell that these rose too
    const double Duplicates = 0.02;

    public static readonly DateOnly LastMonday = new(2026, 10, 26);

    readonly Dictionary<(int Province, string Type), int[]> cells = [];

    public IReadOnlyList<Plant> Plants { get; }

    /// <summary>Counts by week, the oldest first, of every province and topic.</summary>
    public IReadOnlyDictionary<(int Province, string Type), int[]> Cells => cells;

    public SeriesWorld(int seed, bool planted)
    {
        var random = new Random(seed);
        var provinces = Vocabulary.Current.Provinces.ToList();
        var topics = Vocabulary.Current.Topics.Select(t => t.Code).OrderBy(_ => random.Next()).Take(Topics).ToList();
        var people = (double)provinces.Sum(p => p.Population2025);
        var zipf = Enumerable.Range(1, Topics).Sum(rank => 1.0 / rank);
        var means = new Dictionary<(int, string), double>();
        foreach (var (topic, rank) in topics.Select((topic, rank) => (topic, rank + 1)))
            foreach (var province in provinces)
                means[(province.Code, topic)] = Weekly / zipf / rank * province.Population2025 / people * Math.Exp(0.15 * Normal.Sample(random, 0, 1));
        Plants = planted ? [.. Choose(random, means, topics)] : [];
        var working = Enumerable.Range(0, Weeks).Select(WorkingShare).ToArray();
        foreach (var topic in topics)
        {
            var (trend, a, b, phase, phase2, dispersion) = (0.2 * (random.NextDouble() - 0.5), 0.35 * random.NextDouble(), 0.15 * random.NextDouble(), 6.28 * random.NextDouble(), 6.28 * random.NextDouble(), 1.1 + 1.9 * random.NextDouble());
            foreach (var province in provinces)
            {
                var rise = Plants.FirstOrDefault(p => p.Type == topic && p.Provinces.Contains(province.Code));
                var counts = new int[Weeks];
                for (var week = 0; week < Weeks; week++)
                {
                    var season = a * Math.Sin(2 * Math.PI * week / 52.18 + phase) + b * Math.Sin(4 * Math.PI * week / 52.18 + phase2);
                    var since = week - (Weeks - PlantedWeeks);
                    var mean = means[(province.Code, topic)] * working[week] * Math.Exp(season + trend * (week - Weeks / 2) / 52) * (rise is not null && since >= 0 && since < rise.Weeks ? rise.Factor : 1);
                    var count = Count(random, mean, dispersion);
                    counts[week] = count + Binomial.Sample(random, Duplicates, count);
                }

                cells[(province.Code, topic)] = counts;
            }
        }

        lateness = new Random(seed + 1);
    }

    readonly Random lateness;

    /// <summary>All series as a night so many weeks before the end knows them.</summary>
    public List<WeeklySeries> Known(int weeksBefore)
    {
        var known = cells.ToDictionary(cell => cell.Key, cell =>
        {
            var counts = cell.Value[..^weeksBefore];
            counts[^1] -= Binomial.Sample(lateness, Late, counts[^1]);
            return counts;
        });
        var monday = LastMonday.AddDays(-7 * weeksBefore);
        return
        [
            .. known.Select(cell => Series("province_topic", cell.Key.Province, cell.Key.Type, [cell.Value])),
            .. known.GroupBy(cell => (cell.Key.Province, Heading(cell.Key.Type))).Select(g => Series("province_heading", g.Key.Province, g.Key.Item2, g.Select(c => c.Value))),
            .. known.GroupBy(cell => cell.Key.Province).Select(g => Series("province", g.Key, null, g.Select(c => c.Value))),
            .. known.GroupBy(cell => cell.Key.Type).Select(g => Series("country_type", null, g.Key, g.Select(c => c.Value))),
            .. known.GroupBy(cell => Heading(cell.Key.Type)).Select(g => Series("country_type", null, g.Key, g.Select(c => c.Value))),
        ];

        WeeklySeries Series(string family, int? province, string? type, IEnumerable<int[]> parts)
        {
            var sum = new int[Weeks - weeksBefore];
            foreach (var part in parts)
                for (var i = 0; i < sum.Length; i++) sum[i] += part[i];
            return new WeeklySeries(new SeriesKey(family, province, null, type), monday, sum);
        }
    }

    public static string Heading(string topic) => Vocabulary.Current.Types[topic].HeadingCode;

    // One group of four neighbours, five cells of 8 and more a week, five of 2 to 8; each in a topic of its own. The zone is large enough that
    // half as many more can be seen in four weeks at all.
    static IEnumerable<Plant> Choose(Random random, Dictionary<(int Province, string Type), double> means, List<string> topics)
    {
        var free = topics.ToHashSet(StringComparer.Ordinal);
        var cluster = Enumerable.Range(0, 100_000).Select(_ => (Type: topics[random.Next(FrequentTopics)], Zone: Touching(random))).First(c => c.Zone.Sum(p => means[(p, c.Type)]) >= FewestInCluster && c.Zone.TrueForAll(p => means[(p, c.Type)] >= FewestInEach));
        free.Remove(cluster.Type);
        yield return new Plant(cluster.Type, cluster.Zone, 1.5, ClusterWeeks, cluster.Zone.Sum(p => means[(p, cluster.Type)]));
        foreach (var (low, high) in Enumerable.Repeat((8.0, 40.0), 5).Concat(Enumerable.Repeat((2.0, 8.0), 5)))
            if (means.Where(m => free.Contains(m.Key.Type) && m.Value >= low && m.Value < high).OrderBy(_ => random.Next()).FirstOrDefault() is { Value: > 0 } cell && free.Remove(cell.Key.Type))
                yield return new Plant(cell.Key.Type, [cell.Key.Province], 2, PlantedWeeks, cell.Value);
    }

    static List<int> Touching(Random random)
    {
        List<int> zone = [Vocabulary.Current.Provinces.Codes.OrderBy(_ => random.Next()).First()];
        while (zone.Count < 4) zone.Add(zone.SelectMany(ProvinceNeighbours.Of).Except(zone).OrderBy(_ => random.Next()).First());
        return zone;
    }

    static double WorkingShare(int week)
    {
        var monday = LastMonday.AddDays(-7 * (Weeks - 1 - week));
        var days = WorkingCalendar.Turkey.WorkingDaysBetween(monday.AddDays(-1), monday.AddDays(6));
        return 0.3 + 0.7 * days / 5; // the web does not close
    }

    public static int Count(Random random, double mean, double dispersion) =>
        mean <= 0 ? 0 : Poisson.Sample(random, Math.Max(1e-12, dispersion > 1 ? Gamma.Sample(random, mean / (dispersion - 1), 1 / (dispersion - 1)) : mean));
}
