using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Ingest;
using AcikKapi.Warehouse;
using Dapper;
using DuckDB.NET.Data;
using Npgsql;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>A night on as many applications as asked for: a hundredth changed, the star built, two questions of a brief, memory, bytes.</summary>
sealed class WarehouseBenchmark : IBenchmark
{
    const double MostOfFullLoad = 0.05, BuildLimitSecondsAtTenMillion = 120, QueryLimitMs = 100, TimesFaster = 30, MemoryLimitMb = 4096;
    const int Asked = 21;

    /// <summary>One question of a brief's first page, to the mart and to the intake's own tables.</summary>
    static readonly (string Name, string Mart, string Intake)[] Questions =
    [
        ("headings", "select heading_code, received from mart_types where scope_code = 'il:34' and period_code = '2026-09' and level = 'heading' order by received desc",
            """
            select t.heading_code, count(*) as received
            from intake.applications a join reference.types t using (type_code)
            where a.province_code = 34 and a.received_at >= timestamptz '2026-09-01 00:00+03' and a.received_at < timestamptz '2026-10-01 00:00+03'
            group by t.heading_code order by received desc
            """),
        ("key-figures", "select received, answered, overdue, reopened from mart_key_figures where scope_code = 'TR' and period_code = '2026-09'",
            """
            select count(*) filter (where event_code = 'received') as received, count(*) filter (where event_code = 'answered') as answered, count(*) filter (where event_code = 'reopened') as reopened
            from intake.application_events
            where at >= timestamptz '2026-09-01 00:00+03' and at < timestamptz '2026-10-01 00:00+03'
            """),
    ];

    public string Name => "warehouse";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var told = await bench.TellAsync(cancel);
        var paths = new WarehousePaths(bench.Fresh("warehouse"));
        await using var source = bench.Installation.OpenForIngest();
        var full = await IngestApplications.RunAsync(source, paths, bench.AsOf, cancel);
        await TouchAsync(bench, cancel);
        var changed = await IngestApplications.RunAsync(source, paths, bench.AsOf, cancel);
        var (build, peak) = await BuildAsync(paths, bench.AsOf, cancel);
        List<Figure> figures =
        [
            new("warehouse-full-load", full.Took.TotalSeconds, "s", $"{full.RowsOut:N0} rows of {told.Applications:N0} applications; see ingest for its peer", 1),
            new("warehouse-changed", changed.Took.TotalSeconds, "s", $"a hundredth changed ({changed.RowsOut:N0} rows): limit {MostOfFullLoad:P0} of the full load's {full.Took.TotalSeconds:N1} s", changed.Took / full.Took / MostOfFullLoad),
            new("warehouse-build", build, "s", $"limit at this size: {BuildLimitSecondsAtTenMillion * told.Applications / 10_000_000:N0} s (120 s at ten million)", build * 10_000_000 / told.Applications / BuildLimitSecondsAtTenMillion),
            new("warehouse-memory", peak, "MB", $"peak of the build; limit {MemoryLimitMb:N0} MB", peak / MemoryLimitMb),
            new("warehouse-bytes", (double)Bytes(paths, bench.AsOf) / told.Applications, "bytes per application", "raw and star together", 1),
        ];
        figures.AddRange(await AskAsync(bench, paths, cancel));
        return figures;
    }

    static async Task TouchAsync(BenchHome bench, CancellationToken cancel)
    {
        await using var owner = bench.Installation.OpenAsOwner();
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("update intake.applications set notify = notify where application_id % 100 = 0", commandTimeout: 0, cancellationToken: cancel));
    }

    /// <summary>With the largest working set that was seen meanwhile.</summary>
    static async Task<(double Seconds, double PeakMb)> BuildAsync(WarehousePaths paths, DateOnly asOf, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var before = Process.GetCurrentProcess().WorkingSet64;
        long peak = 0;
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, Environment.WorkingSet);
                await Task.Delay(100, CancellationToken.None);
            }
        }, cancel);
        var seconds = await Task.Run(() => Build.Run(paths, asOf, cancel).Took.TotalSeconds, cancel);
        await stop.CancelAsync();
        await watch;
        return (seconds, Math.Max(peak, before) / 1024.0 / 1024);
    }

    static long Bytes(WarehousePaths paths, DateOnly asOf) => new FileInfo(paths.Raw).Length + new FileInfo(paths.BuildingWarehouse(asOf)).Length;

    static async Task<List<Figure>> AskAsync(BenchHome bench, WarehousePaths paths, CancellationToken cancel)
    {
        await using var owner = bench.Installation.OpenAsOwner();
        await using var intake = await owner.OpenConnectionAsync(cancel);
        foreach (var table in new[] { "applications", "application_events" }) await intake.ExecuteAsync($"vacuum analyze intake.{table}", commandTimeout: 0);
        using var star = DuckDb.Open(paths.BuildingWarehouse(bench.AsOf), readOnly: true);
        var figures = new List<Figure>();
        foreach (var question in Questions)
        {
            var mart = BenchHome.Median(Enumerable.Range(0, Asked).Select(_ => Milliseconds(() => Drain(star, question.Mart))));
            var peer = BenchHome.Median(Enumerable.Range(0, BenchHome.Runs).Select(_ => Milliseconds(() => intake.Query(question.Intake, commandTimeout: 0).AsList())));
            figures.Add(new($"warehouse-{question.Name}", mart, "ms", $"limit {QueryLimitMs} ms", mart / QueryLimitMs));
            figures.Add(new($"warehouse-{question.Name}-peer", peer / mart, "times faster", string.Create(CultureInfo.InvariantCulture, $"the same question to PostgreSQL: {peer:N1} ms; asked: {TimesFaster} times"), peer / mart / TimesFaster));
        }
        return figures;
    }

    static void Drain(DuckDBConnection star, string sql)
    {
        using var command = star.CreateCommand();
#pragma warning disable CA2100 // constant
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var count = 0;
        while (rows.Read()) count++;
        if (count == 0) throw new UserError("A benchmark's question found no rows.");
    }

    static double Milliseconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }
}
