using System.Diagnostics;
using System.Text.RegularExpressions;
using AcikKapi.Reports;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>A month's briefs of all provinces and districts from one published file, browser already started, beside two ways to print the same HTML.</summary>
sealed partial class BriefBenchmark : IBenchmark
{
    const double AimPagesPerSecond = 12;
    const double MostMinutes = 6;
    const int PeersPrint = 12;

    public string Name => "brief";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        await bench.TellAsync(cancel);
        var night = new Night(bench.Installation, bench.AsOf, force: false);
        foreach (var step in new[] { night.IngestAsync, night.LabelAsync, night.BuildAsync, night.FlagAsync, night.PublishAsync }) await step(cancel);
        var (paths, month) = (bench.Installation.Home.Warehouse, BriefPeriod.LastEndedMonth(bench.AsOf));
        var orders = ScopesWithData.Of(paths, month).Select(scope => (scope, month)).ToList();
        var folder = bench.Fresh("briefs");

        await using var printer = await ChromiumPrinter.StartAsync(cancel);
        await PrintBriefs.RunAsync(paths, [.. orders.Take(20)], folder, printer, manifest: null, cancel); // warm
        var before = Process.GetCurrentProcess().WorkingSet64;
        var clock = Stopwatch.StartNew();
        var run = await PrintBriefs.RunAsync(paths, orders, folder, printer, manifest: null, cancel);
        var took = clock.Elapsed;
        var after = Process.GetCurrentProcess().WorkingSet64;

        var pages = run.Printed.Sum(brief => Pages(File.ReadAllText(brief.Pdf, System.Text.Encoding.Latin1)));
        var sample = run.Printed.Where(brief => brief.Scope.Level == ScopeLevel.Province).Take(PeersPrint).ToList();
        var (ours, plain, weasy) = (await OursAsync(paths, sample, folder, printer, cancel), await PerSecondAsync(sample, Plain, cancel), await PerSecondAsync(sample, Weasy, cancel));
        List<Figure> figures =
        [
            new("brief", run.Printed.Count / took.TotalSeconds, "briefs/s", $"limit: all {orders.Count} in {MostMinutes} minutes", took.TotalMinutes / MostMinutes),
            new("brief-pages", pages / took.TotalSeconds, "pages/s", $"aim: {AimPagesPerSecond} pages/s ({pages} pages)", pages / took.TotalSeconds / AimPagesPerSecond),
            new("brief-memory", after / 1e6, "MB", $"before them: {before / 1e6:N0} MB", (double)after / before),
            new("brief-beside-chromium", ours, "briefs/s", $"chromium --print-to-pdf of the same HTML, two at a time: {plain:N2}/s", ours / plain),
        ];
        if (weasy > 0) figures.Add(new("brief-beside-weasyprint", ours, "briefs/s", $"weasyprint of the same HTML, two at a time: {weasy:N2}/s", ours / weasy));
        return figures;
    }

    static async Task<double> OursAsync(Warehouse.WarehousePaths paths, List<PrintedBrief> sample, string folder, ChromiumPrinter printer, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await PrintBriefs.RunAsync(paths, [.. sample.Select(brief => (brief.Scope, brief.Period))], folder, printer, manifest: null, cancel);
        return sample.Count / clock.Elapsed.TotalSeconds;
    }

    // 0 where the program is not installed.
    static async Task<double> PerSecondAsync(List<PrintedBrief> sample, Func<PrintedBrief, string, ProcessStartInfo?> program, CancellationToken cancel)
    {
        if (program(sample[0], "") is null) return 0;
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(sample, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancel }, async (brief, token) =>
        {
            var start = program(brief, brief.Pdf + ".peer")!;
            (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(token);
            await process.StandardError.ReadToEndAsync(token);
            await output;
            await process.WaitForExitAsync(token);
        });
        return sample.Count / clock.Elapsed.TotalSeconds;
    }

    static ProcessStartInfo Plain(PrintedBrief brief, string pdf) => new(ChromiumProgram.Find(),
    [
        "--headless", .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [], .. ChromiumProgram.Arguments,
        "--no-pdf-header-footer", $"--user-data-dir={pdf}.profile", $"--print-to-pdf={pdf}", new Uri(brief.Html).AbsoluteUri,
    ]);

    static ProcessStartInfo? Weasy(PrintedBrief brief, string pdf) =>
        File.Exists("/usr/bin/weasyprint") ? new("/usr/bin/weasyprint", ["-q", brief.Html, pdf]) : null;

    static int Pages(string pdf) => Page().Count(pdf);

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex Page();
}
