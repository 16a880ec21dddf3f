using AcikKapi.Tests.Intake.SignIn;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AcikKapi.Tests.Intake.Pages;

/// <summary>Whoever would rather go to the unit is shown the way at the desk, and the coordinator sees how many were.</summary>
public sealed class ReferralPagesTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task WayShownAtTheDesk_IsASentenceAndTheCoordinatorsCount()
    {
        var desk = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "76"), scripts: false);
        await desk.GotoAsync("/gorevli");
        await desk.ClickAsync("nav >> text=Yol gösterme");
        await desk.SelectOptionAsync("[name='location.districtCode']", "1692");
        await desk.SelectOptionAsync("[name=typeCode]", "SAG-01");
        await Browser.SubmitAsync(desk, "Yolu göster");
        await Expect(desk.Locator(".receipt")).ToContainTextAsync("Yetkili birim: İl Sağlık Müdürlüğü (Sağlık Bakanlığı).");
        await desk.ReloadAsync(); // the browser sends the form again: the same key, so it counts once

        var coordinator = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "coordinator", "76"), scripts: false);
        await coordinator.GotoAsync("/gorevli/ekip");
        var row = coordinator.Locator("[aria-label='Birime yol gösterilenler'] tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row.Locator("th, td")).ToHaveTextAsync(["İl Sağlık Müdürlüğü", AcikKapi.Domain.Reference.Vocabulary.Current.Types.Find("SAG-01")!.NameTr, "1"]);
        Assert.Equal(0, await browser.Intake.ScalarAsync<int>("select count(*)::int from intake.applications"));
    }
}
