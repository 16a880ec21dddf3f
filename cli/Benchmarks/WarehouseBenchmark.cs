using System.Data;
using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Emerging;
using AcikKapi.Analytics.Performance;
using AcikKapi.Ingest;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>A first load, a night with a hundredth changed, the star, its checks, both releases, a brief's queries; memory and bytes.</summary>
sealed class WarehouseBenchmark : IBenchmark
{
    const double MostOfPsql = 1.5, MostOfFullLoad = 0.05, BuildLimitSecondsAtTenMillion = 120, MemoryLimitMb = 4096, MostFlagMb = 2048;

    public string Name => "warehouse";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var told = await bench.TellAsync(cancel);
        await VacuumAsync(bench, cancel);
        var (paths, full, psql, loadPeak) = await LoadAsync(bench, cancel);
        await using var source = bench.Installation.OpenForIngest();
        var changed = new List<double>();
        long changedRows = 0;
        for (var run = 0; run < bench.Runs; run++)
        {
            await TouchAsync(bench, cancel);
            var step = await IngestApplications.RunAsync(source, paths, bench.AsOf, cancel);
            changed.Add(step.Took.TotalSeconds);
            changedRows = step.RowsOut;
        }
        var night = BenchHome.Median(changed);
        var steps = new List<StepResult>();
        var buildPeak = await PeakMemory.WhileAsync(() => Task.Run(() => steps.Add(Build.Run(paths, bench.AsOf, cancel)), cancel));
        var checkPeak = await PeakMemory.WhileAsync(() => Task.Run(() =>
        {
            steps.Add(Check.Run(paths, bench.AsOf, cancel));
            steps.Add(ReadTexts.Run(paths, bench.AsOf, Night.Seed, cancel));
        }, cancel));
        var flagPeak = await PeakMemory.WhileAsync(() => Task.Run(() => steps.Add(FlagProblems.Run(paths, bench.AsOf, cancel)), cancel));
        var publishPeak = await PeakMemory.WhileAsync(() => Task.Run(() =>
        {
            steps.Add(ForecastBacklogs.Run(paths, bench.AsOf, cancel));
            steps.Add(Publish.Run(paths, bench.AsOf, ct: cancel));
        }, cancel));
        var build = steps[0].Took.TotalSeconds;
        var limit = BuildLimitSecondsAtTenMillion * told.Applications / 10_000_000;
        List<Figure> figures =
        [
            new("warehouse-full-load", full, "s", $"{told.Applications:N0} applications; psql COPY (FORMAT binary) of the same columns: {psql:N1} s; limit {MostOfPsql} times", full / psql / MostOfPsql),
            new("warehouse-changed", night, "s", $"the newest hundredth changed ({changedRows:N0} rows): limit {MostOfFullLoad:P0} of the full load's", night / full / MostOfFullLoad),
            new("warehouse-build", build, "s", $"limit at this size, by rows: {limit:N0} s (120 s at ten million)", build / limit),
            .. steps.Skip(1).Select(step => new Figure($"warehouse-{step.Step}", step.Took.TotalSeconds, "s", "the build", step.Took.TotalSeconds / build)),
            new("warehouse-memory-load", loadPeak, "MB", $"limit {MemoryLimitMb:N0} MB", loadPeak / MemoryLimitMb),
            new("warehouse-memory-build", buildPeak, "MB", $"limit {MemoryLimitMb:N0} MB", buildPeak / MemoryLimitMb),
            new("warehouse-memory-check", checkPeak, "MB", $"check and texts; limit {MemoryLimitMb:N0} MB", checkPeak / MemoryLimitMb),
            new("warehouse-memory-flag", flagPeak, "MB", $"limit {MostFlagMb:N0} MB, what the steps before leave included", flagPeak / MostFlagMb),
            new("warehouse-memory-publish", publishPeak, "MB", $"limit {MemoryLimitMb:N0} MB", publishPeak / MemoryLimitMb),
            new("warehouse-raw-bytes", Bytes(paths.Raw) / told.Applications, "bytes per application", "raw, texts included", 1),
            new("warehouse-star-bytes", Bytes(paths.Warehouse) / told.Applications, "bytes per application", "the star and its marts", 1),
        ];
        figures.AddRange(await BriefQuestions.AskAsync(bench, paths, cancel));
        return figures;
    }

    // What PostgreSQL otherwise begins by itself, in the middle of what is measured.
    static async Task VacuumAsync(BenchHome bench, CancellationToken cancel)
    {
        await using var owner = bench.Installation.OpenAsOwner();
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("vacuum (analyze)", commandTimeout: 0, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition("checkpoint", commandTimeout: 0, commandType: CommandType.Text, cancellationToken: cancel));
    }

    /// <summary>Ours and psql's by turns, each load into a folder of its own, of which the last stays.</summary>
    static async Task<(WarehousePaths Paths, double Full, double Psql, double PeakMb)> LoadAsync(BenchHome bench, CancellationToken cancel)
    {
        await using var source = bench.Installation.OpenForIngest();
        var (full, psql, peak) = (new List<double>(), new List<double>(), 0.0);
        WarehousePaths? paths = null;
        for (var run = 0; run < bench.Runs; run++)
        {
            if (paths is not null) Directory.Delete(paths.Folder, recursive: true);
            paths = new WarehousePaths(bench.Fresh("warehouse"));
            psql.Add(await PsqlPeer.CopyAsync(bench.Installation, cancel));
            peak = Math.Max(peak, await PeakMemory.WhileAsync(async () => full.Add((await IngestApplications.RunAsync(source, paths, bench.AsOf, cancel)).Took.TotalSeconds)));
        }
        return (paths!, BenchHome.Median(full), BenchHome.Median(psql), peak);
    }

    static async Task TouchAsync(BenchHome bench, CancellationToken cancel)
    {
        await using var owner = bench.Installation.OpenAsOwner();
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Benchmarks", "touch_newest.sql"), cancel), commandTimeout: 0, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition("checkpoint", commandTimeout: 0, commandType: CommandType.Text, cancellationToken: cancel)); // a day has hundreds
    }

    static double Bytes(string file) => new FileInfo(file).Length;
}
