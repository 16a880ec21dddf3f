using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AcikKapi.Domain;
using AcikKapi.Reports.Filling;
using AcikKapi.Reports.Model;
using AcikKapi.Warehouse;

namespace AcikKapi.Reports;

/// <summary>Where one brief lies: the PDF, its HTML twin and the data behind its charts, and what it says, hashed (data date, snapshot and queries apart).</summary>
public sealed record PrintedBrief(BriefScope Scope, BriefPeriod Period, string Title, string Pdf, string Html, string Csv, string ContentHash);

/// <summary>A brief that could not be made, and why; the others were.</summary>
public sealed record FailedBrief(BriefScope Scope, BriefPeriod Period, string Reason);

/// <summary>The briefs printed, in the order asked for; how many say what they said already; which failed.</summary>
public sealed record PrintRun(IReadOnlyList<PrintedBrief> Printed, int Unchanged, IReadOnlyList<FailedBrief> Failed);

/// <summary>
/// Briefs from the published files: model → HTML → PDF, several at once. The ministry's is read from ministry.duckdb,
/// all others from published.duckdb. Each brief replaces its predecessor whole.
/// </summary>
public static class PrintBriefs
{
    /// <param name="manifest">What was printed before: a brief that says the same is left as it lies. Null: all are printed.</param>
    /// <returns>outDir/il-76/2026-10.pdf, .html and .csv.</returns>
    /// <exception cref="UserError">Nothing is published, or Chromium is missing.</exception>
    public static async Task<PrintRun> RunAsync(
        WarehousePaths paths, IReadOnlyList<(BriefScope Scope, BriefPeriod Period)> briefs, string outDir, IPdfPrinter printer, BriefManifest? manifest, CancellationToken ct)
    {
        // Kept open for the run: else every brief would load its file's catalogue anew (120 ms against 38).
        var files = briefs.Select(brief => FileOf(paths, brief.Scope)).Distinct().Select(OpenPublished).ToList();
        try
        {
            return await PrintAllAsync(paths, briefs, outDir, printer, manifest, ct);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    static async Task<PrintRun> PrintAllAsync(
        WarehousePaths paths, IReadOnlyList<(BriefScope Scope, BriefPeriod Period)> briefs, string outDir, IPdfPrinter printer, BriefManifest? manifest, CancellationToken ct)
    {
        var printed = new PrintedBrief?[briefs.Count];
        var failed = new ConcurrentBag<(int Index, FailedBrief Brief)>();
        await Parallel.ForEachAsync(
            briefs.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 8), CancellationToken = ct },
            async (brief, token) =>
            {
                var (scope, period) = brief.Item;
                try
                {
                    printed[brief.Index] = await PrintAsync(Fill(paths, scope, period), outDir, printer, manifest, token);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    failed.Add((brief.Index, new FailedBrief(scope, period, error.Message.Split('\n')[0])));
                }
            });
        return new PrintRun(
            [.. printed.OfType<PrintedBrief>()],
            briefs.Count - printed.Count(brief => brief is not null) - failed.Count,
            [.. failed.OrderBy(brief => brief.Index).Select(brief => brief.Brief)]);
    }

    /// <returns>Null where the manifest knows it and its files lie there.</returns>
    public static async Task<PrintedBrief?> PrintAsync(Brief brief, string outDir, IPdfPrinter printer, BriefManifest? manifest, CancellationToken ct)
    {
        var stem = Path.Combine(outDir, brief.Scope.Folder, brief.Period.Code);
        // Which night and which text of a query it was printed from is no content: the brief is hashed without them.
        var undated = await RenderHtml.RunAsync(brief with { Meta = brief.Meta with { DataDate = brief.Period.EndOn, SnapshotId = "" }, Queries = [] });
        var printed = new PrintedBrief(
            brief.Scope, brief.Period, brief.Title, $"{stem}.pdf", $"{stem}.html", $"{stem}.csv",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(undated))));
        if (manifest?.Knows(printed) == true) return null;

        var html = await RenderHtml.RunAsync(brief);
        var pdf = SettlePdf.Run(await printer.PrintAsync(html, ct), brief);
        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        await ReplaceAsync(printed.Csv, ChartData.Write(brief), ct);
        await ReplaceAsync(printed.Html, Encoding.UTF8.GetBytes(html), ct);
        await ReplaceAsync(printed.Pdf, pdf, ct);
        manifest?.Note(printed);
        return printed;
    }

    static Brief Fill(WarehousePaths paths, BriefScope scope, BriefPeriod period)
    {
        using var published = OpenPublished(FileOf(paths, scope));
        return FillBrief.Run(published, scope, period);
    }

    static string FileOf(WarehousePaths paths, BriefScope scope) =>
        scope.Level == ScopeLevel.Ministry ? paths.Ministry : paths.Published;

    static Published OpenPublished(string file) =>
        File.Exists(file)
            ? new Published(DuckDb.Open(file, readOnly: true))
            : throw new UserError("Henüz yayımlanmış veri yok. Önce gece işini çalıştırın: ./acikkapi nightly");

    static async Task ReplaceAsync(string path, byte[] bytes, CancellationToken ct)
    {
        var half = path + ".part";
        await File.WriteAllBytesAsync(half, bytes, ct);
        File.Move(half, path, overwrite: true);
    }
}
