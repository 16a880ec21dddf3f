using AcikKapi.Domain;
using AcikKapi.Reports.Filling;
using AcikKapi.Warehouse;

namespace AcikKapi.Reports;

/// <summary>Where one brief lies.</summary>
public sealed record PrintedBrief(BriefScope Scope, BriefPeriod Period, string Pdf, string Html);

/// <summary>
/// Briefs from the published files: model → HTML → PDF, several at once. The ministry's is read from ministry.duckdb,
/// all others from published.duckdb. Each brief replaces its predecessor whole.
/// </summary>
public static class PrintBriefs
{
    /// <returns>The briefs in the order asked for: outDir/il-76/2026-10.pdf and .html.</returns>
    /// <exception cref="UserError">Nothing is published, a place or period has no data, or Chromium is missing.</exception>
    public static async Task<IReadOnlyList<PrintedBrief>> RunAsync(
        WarehousePaths paths, IReadOnlyList<(BriefScope Scope, BriefPeriod Period)> briefs, string outDir, IPdfPrinter printer, CancellationToken ct)
    {
        // Kept open for the run: else every brief would load its file's catalogue anew (120 ms against 38).
        var files = briefs.Select(brief => FileOf(paths, brief.Scope)).Distinct().Select(OpenPublished).ToList();
        try
        {
            return await PrintAllAsync(paths, briefs, outDir, printer, ct);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    static async Task<IReadOnlyList<PrintedBrief>> PrintAllAsync(
        WarehousePaths paths, IReadOnlyList<(BriefScope Scope, BriefPeriod Period)> briefs, string outDir, IPdfPrinter printer, CancellationToken ct)
    {
        var printed = new PrintedBrief[briefs.Count];
        await Parallel.ForEachAsync(
            briefs.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 8), CancellationToken = ct },
            async (brief, token) => printed[brief.Index] = await PrintAsync(paths, brief.Item.Scope, brief.Item.Period, outDir, printer, token));
        return printed;
    }

    static async Task<PrintedBrief> PrintAsync(
        WarehousePaths paths, BriefScope scope, BriefPeriod period, string outDir, IPdfPrinter printer, CancellationToken ct)
    {
        var html = await RenderHtml.RunAsync(Fill(paths, scope, period));
        var pdf = await printer.PrintAsync(html, ct);
        var folder = Directory.CreateDirectory(Path.Combine(outDir, scope.Folder)).FullName;
        var brief = new PrintedBrief(scope, period, Path.Combine(folder, $"{period.Code}.pdf"), Path.Combine(folder, $"{period.Code}.html"));
        await ReplaceAsync(brief.Html, System.Text.Encoding.UTF8.GetBytes(html), ct);
        await ReplaceAsync(brief.Pdf, pdf, ct);
        return brief;
    }

    static Model.Brief Fill(WarehousePaths paths, BriefScope scope, BriefPeriod period)
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
