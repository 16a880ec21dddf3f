namespace AcikKapi.Cli.Benchmarks;

/// <summary>National history with texts and events by COPY, once: the other benchmarks stand on its rows.</summary>
sealed class SimulateBenchmark : IBenchmark
{
    const double LimitSecondsPerMillion = 120;

    public string Name => "simulate";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var told = await bench.TellAsync(cancel);
        var perMillion = told.Took.TotalSeconds * 1_000_000 / told.Applications;
        return [new("simulate", perMillion, "s per million", $"the limit: {LimitSecondsPerMillion} s ({told.Applications:N0} applications, {told.Events:N0} events)", perMillion / LimitSecondsPerMillion)];
    }
}
