using AcikKapi.Tests.Intake.Pages;
using Xunit;

namespace AcikKapi.Tests.Dashboard;

/// <summary>Every page by axe (WCAG 2.2 AA: nothing serious), and without a sideways scroll at 320 and 1,920 pixels.</summary>
public sealed class WorkbenchAccessibilityTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    static readonly string[] Pages = ["", "?konu=SOS", "?grup=gender:female", "?birim=76-SOS", "?yer=bakanlik", "?donem=2031-01", "/isaretler", $"/isaretler/isaret?no={Uri.EscapeDataString(FlaggedWarehouse.Rise)}", "/birimler", "/birimler/76-SOS", "/iller", "/surec", "/brifingler", "/gorunumler?sayfa=%2Fbirimler", "/veri", "/sorgu", "/yok"];

    [Fact]
    public async Task AnalystsPages_HaveNothingSeriousAndFit() => Assert.Empty(await FindAsync("analyst", "76", Pages));

    [Fact]
    public async Task MinistrysPages_HaveNothingSeriousAndFit() => Assert.Empty(await FindAsync("ministry", null, ["", "/isaretler", "/birimler?yer=il:76", "/iller?esler=kademe", "/surec", "/veri"]));

    async Task<List<string>> FindAsync(string role, string? place, string[] pages)
    {
        var page = await workbench.OpenAsync(role, place);
        List<string> found = [];
        foreach (var path in pages)
        {
            await page.GotoAsync(workbench.At(path));
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            foreach (var width in (int[])[1920, 320])
            {
                await page.SetViewportSizeAsync(width, 800);
                if (!await Browser.FitsAsync(page)) found.Add($"{path} is wider than {width} pixels");
            }
            found.AddRange(await Browser.SeriousAsync(page));
        }
        return found;
    }
}
