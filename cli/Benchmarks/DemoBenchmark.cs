using System.Diagnostics;
using AcikKapi.Cli.Demo;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>The whole demo in a fresh home, and the same demo called again.</summary>
sealed class DemoBenchmark : IBenchmark
{
    const double AimSeconds = 300;

    public string Name => "demo";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var home = new Home(bench.Fresh("demo")).Demo;
        var story = new Story("province", Years: 4, History: 200_000, Posted: 5_000, Seed: 1, bench.AsOf);
        try
        {
            var first = await TimeAsync(home, story, cancel);
            await new Servers.Installation(home).StopAsync(cancel);
            var second = await TimeAsync(home, story, cancel);
            return
            [
                new("demo", first, "s", $"the aim: {AimSeconds} s for 5,000 posted and 200,000 historic applications", first / AimSeconds),
                new("demo-again", second, "s", "the first call", second / first),
            ];
        }
        finally
        {
            await new Servers.Installation(home).RemoveDataAsync(CancellationToken.None);
        }
    }

    static async Task<double> TimeAsync(Home home, Story story, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await new TellStory(home).RunAsync(story, cancel);
        return clock.Elapsed.TotalSeconds;
    }
}
