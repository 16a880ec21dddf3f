using AcikKapi.Ingest;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>A full load into an empty raw store, against psql copying the same columns of the same rows to nowhere.</summary>
sealed class IngestBenchmark : IBenchmark
{
    public string Name => "ingest";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        await bench.TellAsync(cancel);
        var (ours, psql) = (new List<double>(), new List<double>());
        long rows = 0;
        for (var run = 0; run < BenchHome.Runs; run++)
        {
            psql.Add(await PsqlPeer.CopyAsync(bench.Installation, cancel));
            await using var source = bench.Installation.OpenForIngest();
            var step = await IngestApplications.RunAsync(source, new WarehousePaths(bench.Fresh("ingest")), bench.AsOf, cancel);
            rows = step.RowsOut;
            ours.Add(step.Took.TotalSeconds);
        }
        var (own, peer) = (BenchHome.Median(ours), BenchHome.Median(psql));
        return
        [
            new("ingest", rows / own, "rows/s", $"psql COPY (FORMAT binary) of the same columns: {rows / peer:N0} rows/s", peer / own),
            new("ingest-time", own, "s", $"psql: {peer:N2} s for the same {rows:N0} rows", own / peer),
        ];
    }
}
