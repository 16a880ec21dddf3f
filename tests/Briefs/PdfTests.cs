using AcikKapi.Reports;
using AcikKapi.Tests.Intake.Pages;
using AcikKapi.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace AcikKapi.Tests.Briefs;

/// <summary>What is printed and its HTML twin, by the programs that look at them: Chromium, poppler, axe.</summary>
public sealed class PdfTests : IDisposable
{
    static readonly BriefPeriod October = BriefPeriod.Parse("2026-10");

    readonly string _folder = Directory.CreateTempSubdirectory("acikkapi-pdf-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SameWarehouse_GivesTheSamePdfToTheByte()
    {
        await using var printer = await ChromiumPrinter.StartAsync(Stop);
        var first = await PrintAsync(printer, "bir", "il:76");
        await PrintAsync(printer, "arada", "ilce:76-1692"); // the pages count on
        var second = await PrintAsync(printer, "iki", "il:76");
        Assert.Equal(await File.ReadAllBytesAsync(first.Pdf, Stop), await File.ReadAllBytesAsync(second.Pdf, Stop));
        Assert.Equal(await File.ReadAllBytesAsync(first.Html, Stop), await File.ReadAllBytesAsync(second.Html, Stop));
        Assert.Equal(await File.ReadAllBytesAsync(first.Csv, Stop), await File.ReadAllBytesAsync(second.Csv, Stop));
    }

    [Fact]
    public async Task Pdf_NamesItsDataAndQueriesAndIsWhole()
    {
        await using var printer = await ChromiumPrinter.StartAsync(Stop);
        var brief = await PrintAsync(printer, "bir", "il:76");
        var info = await Pdf.InfoAsync(brief.Pdf);
        Assert.Matches(@"Title: +Iğdır Valiliği: Ekim 2026 brifingi", info);
        Assert.Matches(@"Subject: +Veri tarihi 2026-11-22, anlık görüntü ornek", info);
        Assert.Matches(@"Keywords: .*key_figures [0-9a-f]{8}", info);
        Assert.Matches(@"Tagged: +yes", info);
        var fonts = await Pdf.FontsAsync(brief.Pdf);
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Equal("yes", font.Embedded));
        Assert.Contains("key_figures", await Pdf.TextAsync(brief.Pdf), StringComparison.Ordinal); // in the annex too
    }

    [Fact]
    public async Task DeadChromium_IsStartedAgain()
    {
        await using var printer = await ChromiumPrinter.StartAsync(Stop);
        await PrintAsync(printer, "bir", "ilce:76-1692");
        await CrashAsync(printer.Browser);
        var after = await PrintAsync(printer, "iki", "ilce:76-1692");
        Assert.Contains("Tuzluca", await Pdf.TextAsync(after.Pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("il:76")]
    [InlineData("ilce:76-1692")]
    [InlineData("bakanlik")]
    public async Task HtmlTwin_HasNothingSeriousByAxe(string scope)
    {
        var run = await PrintBriefs.RunAsync(SamplePublished.Shared.Paths, [(BriefScope.Parse(scope), October)], _folder, new NoPrinter(), null, Stop);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumProgram.Find(), Args = ChromiumProgram.Arguments, ChromiumSandbox = !Environment.IsPrivilegedProcess });
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(await File.ReadAllTextAsync(run.Printed[0].Html, Stop));
        Assert.Empty(await Browser.SeriousAsync(page));
    }

    async Task<PrintedBrief> PrintAsync(ChromiumPrinter printer, string folder, string scope) =>
        (await PrintBriefs.RunAsync(SamplePublished.Shared.Paths, [(BriefScope.Parse(scope), October)], Path.Combine(_folder, folder), printer, null, Stop)).Printed.Single();

    // The browser's process crashes, as it would for want of memory; the call itself never comes back.
    static async Task CrashAsync(IBrowser browser)
    {
        var gone = new TaskCompletionSource();
        browser.Disconnected += (_, _) => gone.SetResult();
        var session = await browser.NewBrowserCDPSessionAsync();
        _ = session.SendAsync("Browser.crash").ContinueWith(task => task.Exception, TaskScheduler.Default);
        await gone.Task;
    }
}
