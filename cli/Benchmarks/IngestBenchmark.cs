using System.Diagnostics;
using AcikKapi.Cli.Servers;
using AcikKapi.Domain;
using AcikKapi.Ingest;
using AcikKapi.Warehouse;
using Npgsql;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>A full load into an empty raw store, against psql copying the same columns of the same rows to nowhere.</summary>
sealed class IngestBenchmark : IBenchmark
{
    static readonly string[] Queries = ["raw_applications", "raw_events_first"];

    public string Name => "ingest";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        await bench.TellAsync(cancel);
        var (ours, psql) = (new List<double>(), new List<double>());
        long rows = 0;
        for (var run = 0; run < BenchHome.Runs; run++)
        {
            psql.Add(await PsqlAsync(bench.Installation, cancel));
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

    static async Task<double> PsqlAsync(Installation installation, CancellationToken cancel)
    {
        var role = new NpgsqlConnectionStringBuilder(installation.IngestConnection);
        var environment = new Dictionary<string, string> { ["PGPASSWORD"] = role.Password!, ["PGOPTIONS"] = "-c ingest.since=0" };
        var clock = Stopwatch.StartNew();
        foreach (var query in Queries)
        {
            var select = EmbeddedSql.Read(typeof(IngestApplications).Assembly, $"Landing/{query}.sql");
            var (exitCode, output) = await Shell.RunAsync("psql",
                ["-h", role.Host!, "-p", $"{role.Port}", "-U", role.Username!, "-d", role.Database!, "-qAt",
                    "-c", $"\\copy ({OneLine(select)}) to '/dev/null' (format binary)"],
                environment, cancel);
            if (exitCode != 0) throw new UserError($"psql failed: {output.Trim()}");
        }
        return clock.Elapsed.TotalSeconds;
    }

    // \copy takes one line, so comments go too.
    static string OneLine(string sql) => string.Join(' ', sql.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)).Select(line => line.Trim()));
}
