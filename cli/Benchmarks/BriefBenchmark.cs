using System.Diagnostics;
using AcikKapi.Reports;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>All provinces' briefs of a month from one published file, HTML and PDF, browser already started.</summary>
sealed class BriefBenchmark : IBenchmark
{
    const double AimPerSecond = 5;

    public string Name => "briefs";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        await bench.TellAsync(cancel);
        await new Night(bench.Installation, bench.AsOf, force: false).RunAsync(cancel);
        var (paths, month) = (bench.Installation.Home.Warehouse, BriefPeriod.LastEndedMonth(bench.AsOf));
        var orders = ScopesWithData.Of(paths, month).Select(scope => (scope, month)).ToList();
        await using var printer = await ChromiumPrinter.StartAsync(cancel);
        var perSecond = new List<double>();
        for (var run = 0; run < BenchHome.Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            var printed = await PrintBriefs.RunAsync(paths, orders, bench.Fresh("briefs"), printer, cancel);
            perSecond.Add(printed.Count / clock.Elapsed.TotalSeconds);
        }
        var median = BenchHome.Median(perSecond);
        return [new("briefs", median, "briefs/s", $"the aim: {AimPerSecond} a second on two cores ({orders.Count} provinces' briefs)", median / AimPerSecond)];
    }
}
