using System.Globalization;
using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Emerging;
using AcikKapi.Ingest;
using AcikKapi.Ingest.Import;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli.Benchmarks.Detect;

/// <summary>Two planted worlds as history files: imported, loaded, built, checked and flagged as a night does; judged by what `flags` has, in the eighth week.</summary>
sealed class DetectImportBenchmark : IBenchmark
{
    const int Worlds = 2;

    public string Name => "detect-import";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var (scores, took) = (new List<Score>(), new List<Figure>());
        for (var seed = 501; seed < 501 + Worlds; seed++)
        {
            var world = new ImportedWorld(seed);
            var folder = bench.Fresh("world");
            var applications = world.Write(folder);
            var (paths, steps) = await JudgeAsync(bench, folder, cancel);
            scores.AddRange(Scores(world, ReadFlags.Run(paths, ImportedWorld.LastDay)));
            took.Add(new($"detect-import-flag-{seed}", steps[^1].Took.TotalSeconds, "s", string.Create(CultureInfo.InvariantCulture,
                $"{applications:N0} applications, {steps[^1].RowsIn:N0} tests, {steps[^1].RowsOut} flags; {string.Join(", ", steps.SkipLast(1).Select(s => $"{s.Step} {s.Took.TotalSeconds:N0} s"))}"), steps[^1].Took / steps[0].Took));
            await bench.Installation.RemoveDataAsync(cancel);
            Directory.Delete(folder, recursive: true);
        }

        return [.. Score.Figures(Name, scores), .. took];
    }

    static async Task<(WarehousePaths Paths, List<StepResult> Steps)> JudgeAsync(BenchHome bench, string folder, CancellationToken cancel)
    {
        await bench.Installation.StartDatabaseAsync(cancel);
        await using var owner = bench.Installation.OpenAsOwner();
        await using var source = bench.Installation.OpenForIngest();
        using var rejects = new Rejects(Path.Combine(folder, "rejects.csv"));
        var imported = await ImportHistory.RunAsync(owner, File("units"), File("applications"), File("events"), ImportMap.None, rejects, cancel);
        if (rejects.Rows > 0) throw new InvalidOperationException($"{rejects.Rows} rows of the made-up world were rejected, such as: {System.IO.File.ReadLines(Path.Combine(folder, "rejects.csv")).Skip(1).First()}");
        var (paths, night) = (new WarehousePaths(Directory.CreateDirectory(Path.Combine(folder, "warehouse")).FullName), ImportedWorld.LastDay);
        List<StepResult> steps =
        [
            new("import", imported.Applications.Read, imported.Applications.New, imported.Took), await IngestApplications.RunAsync(source, paths, night, cancel),
            Build.Run(paths, night, cancel), Check.Run(paths, night, cancel), ReadTexts.Run(paths, night, Night.Seed, cancel), FlagProblems.Run(paths, night, cancel),
        ];
        return (paths, steps);

        string File(string name) => Path.Combine(folder, $"{name}.csv");
    }

    static IEnumerable<Score> Scores(ImportedWorld world, IReadOnlyList<Flag> flags)
    {
        List<Flag> Of(DetectorKind kind) => [.. flags.Where(f => f.Detector == kind.Code())];
        var (rises, clusters, slow, good) = (Of(DetectorKind.SuddenRise), Of(DetectorKind.NeighbouringCluster), Of(DetectorKind.SlowAnswering), Of(DetectorKind.GoodPractice));
        var single = world.Plants.Where(p => p.Provinces.Count == 1).ToLookup(p => p.WeeklyMean >= 8);
        yield return new("rise-8-a-week", single[true].Count(p => IsFound(rises, p)), single[true].Count(), 0.99);
        yield return new("rise-2-to-8", single[false].Count(p => IsFound(rises, p)), single[false].Count(), 0.45);
        yield return new("rise-false", rises.Count(f => !world.Plants.Any(p => Score.IsPartOf(Province(f), f.TypeCode, p))), 1, 81, AtMost: true);
        yield return new("cluster", world.Plants.Where(p => p.Provinces.Count > 1).Count(p => clusters.Exists(f => f.TypeCode == p.Type && Score.Jaccard(Zone(f), p.Provinces) >= 0.6)), 1, 0.8);
        yield return new("cluster-false", clusters.Count(f => !world.Plants.Any(p => Score.IsSame(f.TypeCode, p.Type) && Zone(f).Intersect(p.Provinces).Any())), 1, 2, AtMost: true);
        yield return new("slow-unit", slow.Exists(f => f.UnitCode == world.Slow) ? 1 : 0, 1, 0.9);
        yield return new("slow-unit-false", slow.Count(f => f.Level == "unit" && f.UnitCode != world.Slow), 1, 1, AtMost: true);
        yield return new("good-unit", good.Exists(f => f.UnitCode == world.Good) ? 1 : 0, 1, 0.8);
        yield return new("good-false", good.Count(f => Province(f) != world.ProvinceOf(world.Good)), 1, 0.1, AtMost: true);
        yield return new("hasty-unit-is-not-good", good.Exists(f => f.UnitCode == world.Hasty) ? 0 : 1, 1, 1);
        yield return new("hasty-unit-is-flagged", Of(DetectorKind.Reopening).Exists(f => f.UnitCode == world.Hasty) ? 1 : 0, 1, 1);
        yield return new("ping-pong", Of(DetectorKind.PingPong).Exists(f => f.UnitCode == world.Pair.First || f.UnitCode == world.Pair.Second) ? 1 : 0, 1, 1);
        var unitsProvinces = new[] { world.Slow, world.Hasty, world.Pair.First }.Select(world.ProvinceOf).ToHashSet();
        yield return new("other-false", flags.Count(f => f.Direction == Finding.Problem && !Counts(f) && (f.UnitCode is null || f.Detector != DetectorKind.SlowAnswering.Code()) && (Province(f) is not { } at || !unitsProvinces.Contains(at))), 1, 1, AtMost: true);
    }

    static bool Counts(Flag flag) => flag.Detector == DetectorKind.SuddenRise.Code() || flag.Detector == DetectorKind.NeighbouringCluster.Code();

    static bool IsFound(List<Flag> rises, Plant plant) => rises.Exists(f => f.Level == "province" && Province(f) == plant.Provinces[0] && f.TypeCode == plant.Type);

    static int? Province(Flag flag) => int.TryParse(flag.PlaceCode, CultureInfo.InvariantCulture, out var code) ? code : null;

    static int[] Zone(Flag flag) => [.. flag.PlaceCode.Split('|').Select(code => int.Parse(code, CultureInfo.InvariantCulture))];
}
