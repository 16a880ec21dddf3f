using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>
/// Twenty analysts of twenty provinces who open page after page of the workbench, a second between; a stand-in answers who they are, so that the
/// workbench alone is measured, on the cores that the users' programs use too.
/// </summary>
sealed class WorkbenchBenchmark : IBenchmark
{
    const int Users = 20, Rounds = 6;
    const double MostMilliseconds = 200, MostFirstPageKb = 150;

    static readonly string[] Pages = ["", "?konu=SOS", "?yer=bakanlik", "?donem=2026-Q3", "?grup=gender:female", "/isaretler", "/birimler", "/iller", "/surec", "/veri"];

    public string Name => "workbench";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var told = await bench.TellAsync(cancel);
        var night = new Night(bench.Installation, bench.AsOf, force: false);
        foreach (var step in new[] { night.IngestAsync, night.LabelAsync, night.BuildAsync, night.FlagAsync, night.PublishAsync }) await step(cancel);

        using var intake = new HttpListener();
        var intakeAddress = new Uri($"http://127.0.0.1:{Ports.Free().ToString(CultureInfo.InvariantCulture)}/");
        intake.Prefixes.Add(intakeAddress.ToString());
        intake.Start();
        _ = AnswerAsync(intake);
        var home = bench.Installation.Home;
        Directory.CreateDirectory(Path.Combine(home.Keys, "cookies"));
        Directory.CreateDirectory(home.Logs);
        var workbench = new WorkbenchServer(home);
        using var http = new HttpClient { BaseAddress = workbench.ChooseAddress(), Timeout = TimeSpan.FromMinutes(5) };
        await workbench.StartAsync(intakeAddress, cancel);
        try
        {
            return await MeasureAsync(http, ServerState.Read(home).WorkbenchPid, told.Applications, cancel);
        }
        finally
        {
            await workbench.StopAsync(CancellationToken.None);
        }
    }

    static async Task<IReadOnlyList<Figure>> MeasureAsync(HttpClient http, int pid, long applications, CancellationToken cancel)
    {
        var firsts = new List<double>();
        foreach (var user in Enumerable.Range(1, Users)) firsts.Add((await GetAsync(http, user, "", cancel)).Milliseconds); // their files are cut
        var (before, times) = (MemoryMb(pid), new ConcurrentBag<(string Page, double Milliseconds)>());
        await BrowseAsync(http, times, cancel);
        var halfway = MemoryMb(pid); // what pages have worked out is remembered by then
        await BrowseAsync(http, times, cancel);
        var worst = times.GroupBy(t => t.Page).Select(page => (page.Key, P95: Percentile([.. page.Select(t => t.Milliseconds)], 0.95))).MaxBy(page => page.P95);
        var (p95, bytes, after) = (Percentile([.. times.Select(t => t.Milliseconds)], 0.95), (await GetAsync(http, 1, "", cancel)).Bytes, MemoryMb(pid));
        return
        [
            new("workbench-page", p95, "ms", $"95th percentile of {times.Count:N0} pages of {Users} users, {applications:N0} applications: limit {MostMilliseconds} ms", p95 / MostMilliseconds),
            new("workbench-slowest-page", worst.P95, "ms", $"/tezgah{worst.Key}: limit {MostMilliseconds} ms", worst.P95 / MostMilliseconds),
            new("workbench-first-after-a-night", firsts.Max(), "ms", $"the place's file is cut; median {BenchHome.Median(firsts):N0} ms", 1),
            new("workbench-first-page", bytes / 1000.0, "kB", $"gzip: limit {MostFirstPageKb} kB", bytes / 1000.0 / MostFirstPageKb),
            new("workbench-memory", after, "MB", $"half-way: {halfway:N0} MB, before these pages: {before:N0} MB", after / halfway),
        ];
    }

    static Task BrowseAsync(HttpClient http, ConcurrentBag<(string Page, double Milliseconds)> times, CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(1, Users).Select(async user =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1000.0 * user / Users), cancel);
            for (var request = 0; request < Rounds * Pages.Length; request++)
            {
                var page = Pages[(request + user) % Pages.Length];
                times.Add((page, (await GetAsync(http, user, page, cancel)).Milliseconds));
                await Task.Delay(1000, cancel);
            }
        }));

    static async Task<(double Milliseconds, long Bytes)> GetAsync(HttpClient http, int province, string page, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tezgah{page}");
        request.Headers.TryAddWithoutValidation("Cookie", $"{Domain.Identity.StaffCookie.Name}={province.ToString(CultureInfo.InvariantCulture)}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        var clock = Stopwatch.StartNew();
        using var answer = await http.SendAsync(request, cancel);
        var body = await answer.Content.ReadAsByteArrayAsync(cancel);
        answer.EnsureSuccessStatusCode();
        return (clock.Elapsed.TotalMilliseconds, body.Length);
    }

    /// <summary>In place of the intake: the cookie is the plate of the province.</summary>
    static async Task AnswerAsync(HttpListener intake)
    {
        while (intake.IsListening)
        {
            try
            {
                var asked = await intake.GetContextAsync();
                asked.Response.ContentType = "application/json";
                await asked.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"role":"analyst","provinceCode":{{asked.Request.Cookies[0].Value}}}"""));
                asked.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return; // the bench is over
            }
        }
    }

    static double Percentile(List<double> values, double share) => values.Order().ElementAt((int)Math.Min(values.Count - 1, Math.Ceiling(share * values.Count) - 1));

    static double MemoryMb(int pid) =>
        double.Parse(File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
