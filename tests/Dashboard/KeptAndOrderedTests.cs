using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AcikKapi.Tests.Dashboard;

/// <summary>What an officer keeps at the workbench, in a real browser and a real intake.</summary>
public sealed class KeptAndOrderedTests(RunningWorkbench workbench) : IClassFixture<RunningWorkbench>
{
    [Fact]
    public async Task View_IsSavedWithItsFilters_OpensThem_AndGoesWhenRemoved()
    {
        var page = await workbench.OpenAsync("analyst", "76");
        await page.SelectOptionAsync("#f-donem", "2026-09");
        await page.SelectOptionAsync("#f-konu", "SOS");
        await page.ClickAsync("form.filters button");
        await page.ClickAsync("text=Bu görünümü sakla");
        await page.FillAsync("#ad", "Iğdır’ın sosyal yardımı");
        await page.ClickAsync("button >> text=Sakla");
        await Expect(page.Locator("[role=status]")).ToHaveTextAsync("Görünüm saklandı.");

        await page.GotoAsync(workbench.At("/gorunumler"));
        await page.ClickAsync("text=Iğdır’ın sosyal yardımı");
        await Expect(page.Locator("h1")).ToContainTextAsync("Sosyal Yardım");
        Assert.Equal(("2026-09", "SOS"), (await page.InputValueAsync("#f-donem"), await page.InputValueAsync("#f-konu")));

        await page.ClickAsync("nav >> text=Görünümlerim");
        await page.ClickAsync("ul.kept button");
        await Expect(page.Locator("[role=status]")).ToHaveTextAsync("Görünüm silindi.");
        await Expect(page.Locator("ul.kept")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ViewWithoutAName_IsAskedForOne()
    {
        using var client = await workbench.ClientAsync("coordinator", "4");
        var answer = await client.PostAsync("/gorunumler?yer=il%3A4&sayfa=%2Fbirimler", "/gorunumler?yer=il%3A4&sayfa=%2Fbirimler", ("ad", " "));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("<p class=\"warn\" role=\"alert\">", answer.Body, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.PostAsync("/gorunumler?sayfa=%2Fyok", "/gorunumler?yer=il%3A4&sayfa=%2Fbirimler", ("ad", "Ad"))).Status);
    }

    [Fact]
    public async Task BriefOfAnOlderPeriod_IsOrderedByAForm()
    {
        var page = await workbench.OpenAsync("analyst", "76");
        await page.ClickAsync("nav >> text=Brifingler");
        await page.SelectOptionAsync("#b-donem", "2026-08");
        await page.ClickAsync("button >> text=Ismarla");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("ısmarlandı");
        await Expect(page.Locator("[aria-labelledby=ismarla] tbody tr")).ToContainTextAsync("Gelecek gece basılacak");
        Assert.Equal("il:76", await workbench.Intake.ScalarAsync<string>("select scope_code from intake.brief_orders where period_code = '2026-08' and done_on is null and province_code = 76"));
    }

    [Fact]
    public async Task PlaceOfOthers_IsNotOrderedByAFormEither()
    {
        using var client = await workbench.ClientAsync("analyst", "4");
        var answer = await client.PostAsync("/brifingler", "/brifingler", ("yer", "il:76"), ("donem", "2026-08"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Böyle bir yer yok ya da sizin yeriniz değil.", answer.Body, StringComparison.Ordinal);
    }
}
