using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed class PrintBriefsTests
{
    static readonly BriefPeriod October = BriefPeriod.Parse("2026-10");

    [Fact]
    public async Task Chromium_PrintsATaggedTitledPdfWithTheNumbers()
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-pdf-").FullName;
        try
        {
            await using var printer = await ChromiumPrinter.StartAsync(TestContext.Current.CancellationToken);
            var briefs = (await PrintBriefs.RunAsync(
                SamplePublished.Shared.Paths, [(BriefScope.Parse("il:76"), October), (BriefScope.Ministry, October)], folder, printer, manifest: null, TestContext.Current.CancellationToken)).Printed;

            Assert.Equal(["il-76/2026-10.pdf", "bakanlik/2026-10.pdf"], briefs.Select(brief => Path.GetRelativePath(folder, brief.Pdf)));
            await LooksRightAsync(briefs[0], "Iğdır Valiliği: Ekim 2026 brifingi", mostPages: 8);
            await LooksRightAsync(briefs[1], "İçişleri Bakanlığı: Ekim 2026 brifingi", mostPages: 30);
            var text = await Pdf.TextAsync(briefs[0].Pdf);
            Assert.Contains("Iğdır’da", text, StringComparison.Ordinal);
            Assert.Contains("ÖRNEK VERİ", text, StringComparison.Ordinal);
            Assert.Matches(@"Nakdi yardım başvuruları .* beklenen 18, gelen 45", text);
            Assert.Contains("Sayfa 1 / ", text, StringComparison.Ordinal);
            Assert.True(File.Exists(briefs[0].Html));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task PublishedByTheWarehouse_FillsBriefsOfAllThreeKinds()
    {
        using var small = SmallWarehouse.Create();
        var run = await PrintBriefs.RunAsync(
            small.Paths, [(BriefScope.Parse("il:76"), October), (BriefScope.Parse("ilce:76-1692"), October), (BriefScope.Ministry, October)],
            Path.Combine(small.Paths.Folder, "out"), new NoPrinter(), manifest: null, TestContext.Current.CancellationToken);
        var briefs = run.Printed;
        Assert.Equal((3, 0), (briefs.Count, run.Failed.Count));
        foreach (var brief in briefs)
        {
            var html = await File.ReadAllTextAsync(brief.Html, TestContext.Current.CancellationToken);
            Assert.Contains("En yoğun konular", html, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NothingPublished_IsAUsersError() =>
        await Assert.ThrowsAsync<UserError>(() => PrintBriefs.RunAsync(
            new WarehousePaths("/nowhere"), [(BriefScope.Ministry, October)], "/nowhere", new NoPrinter(), manifest: null, TestContext.Current.CancellationToken));

    [Fact]
    public void MissingChromium_NamesTheCommandThatInstallsIt() =>
        Assert.Contains("apt-get install", Assert.Throws<UserError>(() => ChromiumProgram.Find(null, "/nowhere")).Message, StringComparison.Ordinal);

    static async Task LooksRightAsync(PrintedBrief brief, string title, int mostPages)
    {
        var info = (await Pdf.InfoAsync(brief.Pdf)).Split('\n').Select(line => line.Split(':', 2)).Where(line => line.Length == 2)
            .ToDictionary(line => line[0], line => line[1].Trim());
        Assert.Equal(("yes", title), (info["Tagged"], info["Title"]));
        Assert.InRange(int.Parse(info["Pages"], System.Globalization.CultureInfo.InvariantCulture), 1, mostPages);
        Assert.Contains("A4", info["Page size"], StringComparison.Ordinal);
    }
}
