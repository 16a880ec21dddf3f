using System.Net;
using System.Text;
using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Text;

namespace AcikKapi.Reports;

/// <summary>out/index.html: every brief of the manifest by place and period, with its three files. Nothing from outside, no script.</summary>
public static class WriteIndex
{
    public static async Task RunAsync(BriefManifest manifest, string outDir, CancellationToken ct)
    {
        var page = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="tr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Açık Kapı brifingleri</title>
            <style>
            body { font: 1rem/1.5 "Noto Sans", sans-serif; color: #1a2b30; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1, h2 { color: #0b4f5c; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; } ul { margin: 0; padding-left: 1.2rem; } a { color: #0b4f5c; }
            </style></head><body><main><h1>Açık Kapı brifingleri</h1>

            """);
        var briefs = manifest.Entries.Select(entry => (Entry: entry, Scope: ScopeOf(entry), Period: BriefPeriod.Parse(entry.Path.Split('/')[1])));
        foreach (var place in briefs.GroupBy(brief => brief.Scope).OrderBy(group => Order(group.Key)))
        {
            page.Append(Tr.Culture, $"<h2>{WebUtility.HtmlEncode(Name(place.Key))}</h2>\n<ul>\n");
            foreach (var (entry, _, period) in place.OrderByDescending(brief => brief.Period.EndOn).ThenBy(brief => brief.Period.Kind))
                page.Append(Tr.Culture, $"<li>{WebUtility.HtmlEncode(PeriodText.Title(period))}: {Link(entry, "pdf", "PDF")}, {Link(entry, "html", "HTML")}, {Link(entry, "csv", "veriler (CSV)")}</li>\n");
            page.Append("</ul>\n");
        }
        page.Append("</main></body></html>\n");
        Directory.CreateDirectory(outDir);
        var file = Path.Combine(outDir, "index.html");
        await File.WriteAllTextAsync(file + ".part", page.ToString(), ct);
        File.Move(file + ".part", file, overwrite: true);
    }

    static string Link(ManifestEntry entry, string extension, string name) =>
        $"<a href=\"{entry.Path}.{extension}\" aria-label=\"{WebUtility.HtmlEncode($"{entry.Title}, {name}")}\">{name}</a>";

    static BriefScope ScopeOf(ManifestEntry entry)
    {
        var folder = entry.Path.Split('/')[0];
        var dash = folder.IndexOf('-', StringComparison.Ordinal);
        return BriefScope.Parse(dash < 0 ? folder : $"{folder[..dash]}:{folder[(dash + 1)..]}");
    }

    static (int, int, string) Order(BriefScope scope) => (scope.ProvinceCode, scope.DistrictCode == 0 ? 0 : 1, scope.Level == ScopeLevel.District ? Name(scope) : "");

    static string Name(BriefScope scope) => scope.Level switch
    {
        ScopeLevel.Ministry => "İçişleri Bakanlığı",
        ScopeLevel.Province => $"{Vocabulary.Current.Provinces[scope.ProvinceCode].Name} Valiliği",
        _ => $"{Vocabulary.Current.Provinces[scope.ProvinceCode].Name}: {Vocabulary.Current.Districts[scope.DistrictCode].Name} Kaymakamlığı",
    };
}
