using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Cli.Servers;
using AcikKapi.Domain;
using Npgsql;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>
/// Acknowledged applications a second by 16 clients against pgbench's single rows in the same cluster; then, at half that
/// rate, the 99th percentile and the server's memory over ten minutes. SMS rows are written, nobody relays them.
/// </summary>
sealed partial class IntakeBenchmark : IBenchmark
{
    const int Clients = 16, Seconds = 15;

    // ACIKKAPI_BENCH_MINUTES shortens the look at the memory.
    static readonly double Minutes = double.Parse(Environment.GetEnvironmentVariable("ACIKKAPI_BENCH_MINUTES") ?? "10", CultureInfo.InvariantCulture);

    sealed record Load(double PerSecond, double P99Milliseconds, long Answers);

    public string Name => "intake";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var home = new Home(bench.Fresh("intake")).Demo; // a demo home: no rate limit
        var installation = new Installation(home);
        try
        {
            await installation.StartAsync(cancel, withGateway: false, withWorkbench: false);
            await ExecuteAsync(installation, "create table public.single_rows (like intake.applications including all)", cancel);
            await SubmitAsync(installation, Seconds, pause: 0, cancel); // warm
            var (submissions, simple, prepared) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run < bench.Runs; run++)
            {
                simple.Add(await PgbenchAsync(installation, "simple", cancel));
                submissions.Add((await SubmitAsync(installation, Seconds, pause: 0, cancel)).PerSecond);
                prepared.Add(await PgbenchAsync(installation, "prepared", cancel));
            }
            var (own, peer, fastPeer) = (BenchHome.Median(submissions), BenchHome.Median(simple), BenchHome.Median(prepared));

            var pids = new List<double>();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var sampling = SampleMemoryAsync(installation.State.IntakePid, pids, stop.Token);
            var half = await SubmitAsync(installation, (int)(Minutes * 60), pause: (int)(Clients / (own / 2) * 1000), cancel);
            await stop.CancelAsync();
            await sampling;
            var early = BenchHome.Median(pids.Skip(pids.Count / 10).Take(Math.Max(1, pids.Count / 5))); // past the warming up
            var late = BenchHome.Median(pids.TakeLast(Math.Max(1, pids.Count / 5)));
            return
            [
                new("intake", own, "acknowledged applications/s", $"pgbench single-row inserts, its default protocol: {peer:N0}/s", own / peer),
                new("intake-prepared", own, "acknowledged applications/s", $"pgbench single-row inserts, prepared: {fastPeer:N0}/s", own / fastPeer),
                new("intake-p99", half.P99Milliseconds, $"ms at {half.PerSecond:N0}/s", "the aim: 100 ms", half.P99Milliseconds / 100),
                new("intake-memory", late, $"MB at the end of {Minutes:0.#} minutes", $"{early:N0} MB at their beginning", late / early),
            ];
        }
        finally
        {
            await installation.RemoveDataAsync(CancellationToken.None);
        }
    }

    /// <summary>What wrk says, checked against the rows that are there.</summary>
    static async Task<Load> SubmitAsync(Installation installation, int seconds, int pause, CancellationToken cancel)
    {
        var before = await CountAsync(installation, cancel);
        var (exitCode, output) = await Shell.RunAsync("wrk",
            ["-t", "1", "-c", $"{Clients}", "-d", $"{seconds}s", "--latency", "-s", Path.Combine(AppContext.BaseDirectory, "Benchmarks", "submit.lua"), installation.Intake.ToString(), "--", $"{pause}"],
            cancel: cancel);
        if (exitCode != 0) throw new UserError($"wrk failed: {output.Trim()} It is Debian's package wrk.");
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new UserError($"Not every submission was acknowledged: {output.Trim()}");
        var answers = long.Parse(Answers().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        var rows = await CountAsync(installation, cancel) - before;
        if (rows < answers || rows > answers + Clients) throw new UserError($"{answers} acknowledgements, but {rows} rows.");
        var p99 = Percentile().Match(output);
        var unit = p99.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
        return new Load(double.Parse(PerSecond().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * unit, answers);
    }

    static async Task<double> PgbenchAsync(Installation installation, string protocol, CancellationToken cancel)
    {
        var owner = new NpgsqlConnectionStringBuilder(installation.Owner);
        var (exitCode, output) = await Shell.RunAsync("pgbench",
            ["-h", owner.Host!, "-p", $"{owner.Port}", "-U", owner.Username!, "-n", "-c", $"{Clients}", "-j", "1", "-T", $"{Seconds}", "-M", protocol,
                "-f", Path.Combine(AppContext.BaseDirectory, "Benchmarks", "single_row.sql"), owner.Database!],
            new Dictionary<string, string> { ["PGPASSWORD"] = owner.Password! }, cancel);
        if (exitCode != 0) throw new UserError($"pgbench failed: {output.Trim()}");
        return double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Resident megabytes, every second.</summary>
    static async Task SampleMemoryAsync(int pid, List<double> samples, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            samples.Add(double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
            await Task.Delay(1000, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static async Task<long> CountAsync(Installation installation, CancellationToken cancel)
    {
        await using var owner = installation.OpenAsOwner();
        await using var command = owner.CreateCommand("select count(*) from intake.applications");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    static async Task ExecuteAsync(Installation installation, string sql, CancellationToken cancel)
    {
        await using var owner = installation.OpenAsOwner();
#pragma warning disable CA2100 // the text is this class's own
        await using var command = owner.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Answers();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Percentile();

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();
}
