using AcikKapi.Analytics.Detection;

namespace AcikKapi.Cli.Benchmarks.Detect;

/// <summary>Planted and empty worlds in memory: what is found, how soon, what is called wrongly; and R's Farrington beside ours.</summary>
sealed class DetectBenchmark : IBenchmark
{
    public string Name => "detect";

    public Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel) => Task.Run<IReadOnlyList<Figure>>(() =>
    {
        var emptyWorlds = 2 * bench.Worlds;
        var planted = Enumerable.Range(1, bench.Worlds).SelectMany(seed => PlantedScore(seed, cancel)).ToList();
        var empty = Enumerable.Range(1001, emptyWorlds).Select(seed => EmptyScore(seed, cancel)).ToList();
        var noisy = empty.Count(kinds => kinds.Count > 0);
        var (low, high) = Wilson(noisy, emptyWorlds);
        return
        [
            .. Score.Figures(Name, planted),
            new("detect-empty-worlds", 100.0 * noisy / emptyWorlds, "%",
                $"of {emptyWorlds} worlds with nothing planted any flag on the judged night ({string.Join(", ", empty.SelectMany(k => k).GroupBy(k => k).Select(g => $"{g.Key} {g.Count()}"))}); 95 % interval {100 * low:N0}–{100 * high:N0} %; limit 10 %", noisy / (0.1 * emptyWorlds)),
            .. FarringtonPeer.Run(cancel),
        ];
    }, cancel);

    static IEnumerable<Score> PlantedScore(int seed, CancellationToken cancel)
    {
        var (world, units) = (new SeriesWorld(seed, planted: true), new UnitWorld(seed, planted: true));
        foreach (var weeks in (int[])[4, 8])
        {
            var flags = Night(world.Known(SeriesWorld.PlantedWeeks - weeks), units, weeks, cancel);
            var (rises, clusters, slow, good) = (Of(DetectorKind.SuddenRise), Of(DetectorKind.NeighbouringCluster), Of(DetectorKind.SlowAnswering), Of(DetectorKind.GoodPractice));
            var single = world.Plants.Where(p => p.Provinces.Count == 1).ToLookup(p => p.WeeklyMean >= 8);
            yield return new($"rise-8-a-week-week-{weeks}", single[true].Count(p => IsFound(rises, p)), single[true].Count(), weeks == 4 ? 0.9 : 0.99);
            yield return new($"rise-2-to-8-week-{weeks}", single[false].Count(p => IsFound(rises, p)), single[false].Count(), 0.45);
            yield return new($"rise-false-week-{weeks}", rises.Count(f => !world.Plants.Any(p => Score.IsPartOf(f.ProvinceCode, f.TypeCode, p))), 1, 81, AtMost: true);
            var cluster = world.Plants.Single(p => p.Provinces.Count > 1);
            yield return new($"cluster-week-{weeks}", clusters.Any(f => f.TypeCode == cluster.Type && Score.Jaccard(f.Zone, cluster.Provinces) >= 0.6) ? 1 : 0, 1, 0.8);
            yield return new($"cluster-any-zone-week-{weeks}", clusters.Any(f => f.TypeCode == cluster.Type && f.Zone.Intersect(cluster.Provinces).Any()) ? 1 : 0, 1, 0.8);
            yield return new($"cluster-false-week-{weeks}", clusters.Count(f => !world.Plants.Any(p => Score.IsSame(f.TypeCode, p.Type) && f.Zone.Intersect(p.Provinces).Any())), 1, 2, AtMost: true);
            yield return new($"slow-unit-week-{weeks}", slow.Any(f => f.UnitCode == UnitWorld.Slow) ? 1 : 0, 1, 0.9);
            if (weeks == 4) continue;
            yield return new("slow-unit-false", slow.Count(f => f.Level == "unit" && f.UnitCode != UnitWorld.Slow), 1, 1, AtMost: true);
            yield return new("good-unit", good.Any(f => f.UnitCode == UnitWorld.Good) ? 1 : 0, 1, 0.8);
            yield return new("good-unit-false", good.Count(f => f.UnitCode is not UnitWorld.Good), 1, 0.1, AtMost: true);
            yield return new("hasty-unit-is-not-good", good.Any(f => f.UnitCode == UnitWorld.Hasty) ? 0 : 1, 1, 1);
            yield return new("hasty-unit-is-flagged", Of(DetectorKind.Reopening).Any(f => f.UnitCode == UnitWorld.Hasty) ? 1 : 0, 1, 1);
            yield return new("ping-pong", Of(DetectorKind.PingPong).Any(f => f.UnitCode == UnitWorld.Pair) ? 1 : 0, 1, 1);
            yield return new("ping-pong-false", Of(DetectorKind.PingPong).Count(f => f.UnitCode != UnitWorld.Pair), 1, 0.05, AtMost: true);

            List<Finding> Of(DetectorKind kind) => [.. flags.Where(f => f.Kind == kind).Select(f => f.Finding)];
        }
    }

    // Kinds that called anything.
    static List<string> EmptyScore(int seed, CancellationToken cancel) =>
        [.. Night(new SeriesWorld(seed, planted: false).Known(0), new UnitWorld(seed, planted: false), SeriesWorld.PlantedWeeks, cancel).Select(f => f.Kind.Code()).Distinct()];

    /// <summary>All detectors that a world in memory has food for, judged together as a night judges them.</summary>
    static IReadOnlyList<(DetectorKind Kind, Finding Finding, double Q)> Night(List<WeeklySeries> series, UnitWorld units, int weeks, CancellationToken cancel)
    {
        var (overdue, reopened, diligence) = units.Rates();
        var night = SeriesWorld.LastMonday;
        return ChooseFlags.Run(
        [
            (DetectorKind.SuddenRise, SuddenRise.Judge(series, cancel)), (DetectorKind.NeighbouringCluster, NeighbouringCluster.Judge(series, cancel)),
            (DetectorKind.SlowAnswering, SlowAnswering.Judge(units.Ages(weeks), night)), (DetectorKind.OverdueShare, Rates.Worse(overdue, night, night)),
            (DetectorKind.Reopening, Rates.Worse(reopened, night, night)), (DetectorKind.GoodPractice, GoodPractice.Judge(overdue, reopened, [], diligence, night)),
            (DetectorKind.PingPong, PingPong.Judge(units.Pairs(), night)), (DetectorKind.SilentBureau, SilentBureau.Judge(units.Bureaus(), night)),
        ]);
    }

    static bool IsFound(List<Finding> rises, Plant plant) => rises.Exists(f => f.ProvinceCode == plant.Provinces[0] && f.TypeCode == plant.Type);

    /// <summary>95 % interval of a share (Wilson 1927).</summary>
    static (double Low, double High) Wilson(int hits, int of)
    {
        const double z = 1.96;
        var (share, middle) = (hits / (double)of, 1 + z * z / of);
        var width = z * Math.Sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
        return ((share + z * z / (2 * of) - width) / middle, (share + z * z / (2 * of) + width) / middle);
    }
}
