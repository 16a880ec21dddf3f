using AcikKapi.Tests.Intake.SignIn;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AcikKapi.Tests.Intake.Pages;

/// <summary>The message box behind a tip-off, from both sides, in a real browser without scripts.</summary>
public sealed class TipOffBoxPagesTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("")]
    [InlineData("/kiosk")]
    public async Task BureauAsksAndTheSenderAnswers_WithTheKeyOfTheReceipt(string under)
    {
        var receipt = await browser.Intake.ReceiptAsync(Bodies.TipOff());
        var (number, key) = ((string)receipt["trackingNumber"]!, (string)receipt["boxKey"]!);
        var desk = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "76"), scripts: false);
        await OpenAsCaseAsync(desk, number);
        await desk.FillAsync("[name=text]", "Hangi gece oldu?");
        await Browser.SubmitAsync(desk, "Gönder");
        await Expect(desk.Locator(".notice")).ToBeVisibleAsync();

        var sender = await browser.OpenAsync(scripts: false, width: 320);
        await sender.GotoAsync($"{under}/ihbar/kutu");
        await sender.FillAsync("[name=trackingNumber]", number);
        await sender.FillAsync("[name=boxKey]", key);
        await Browser.SubmitAsync(sender, "Kutuyu aç");
        await Expect(sender.Locator(".bubble")).ToContainTextAsync("Hangi gece oldu?");
        await sender.FillAsync("[name=text]", "Salı gecesi.");
        await Browser.SubmitAsync(sender, "Gönder");
        await Expect(sender.Locator(".bubble.mine")).ToContainTextAsync("Salı gecesi.");

        await OpenAsCaseAsync(desk, number);
        await Expect(desk.Locator(".bubble").Last).ToContainTextAsync("Salı gecesi.");
        Assert.Equal(2, await browser.Intake.ScalarAsync<int>("select count(*)::int from intake.access_log join intake.applications using (province_code, application_id) where tracking_number = @number and what = 'tip_off_box'", new { number }));
    }

    [Fact]
    public async Task UnitsLiaisonOfficer_IsOfferedNoBox()
    {
        var number = await browser.Intake.AcceptedAsync(Bodies.TipOff());
        await browser.Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"routed","unitCode":"76-SAG"}""", await browser.Intake.AddStaffAsync("executive", "76"));
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "liaison", "76", "76-SAG"), scripts: false);
        await page.GotoAsync($"/gorevli/basvurular/{number}");
        await Expect(page.Locator("[name=reason]").First).ToBeVisibleAsync();
        await Expect(page.Locator("[name=kutu]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TipOffToldAtTheDesk_HasAReceiptWithItsKey()
    {
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "76"), scripts: false);
        await page.GotoAsync("/gorevli/kayit");
        await FillTipOffAsync(page);
        Assert.Matches("^[0-9a-z]{4}(-[0-9a-z]{4}){3}$", await page.Locator(".receipt .key").TextContentAsync());
    }

    [Fact]
    public async Task TipOffRecordedWithoutAConnection_HasItsKeyWhenItWasSent()
    {
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "76"));
        await page.GotoAsync("/gorevli/kayit");
        await Browser.WaitForWorkerAsync(page);
        await page.ReloadAsync();
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/gorevli/kayit");
        await FillTipOffAsync(page);
        await Expect(page.Locator("[data-queue-list] li")).ToContainTextAsync("Kaçak kesim");
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync("[data-queue-send]");
        await Expect(page.Locator("[data-queue-list] li")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("takip no. [0-9]{18}, kutu anahtarı [0-9a-z]{4}(-[0-9a-z]{4}){3}"));
    }

    static async Task FillTipOffAsync(Microsoft.Playwright.IPage page)
    {
        await page.CheckAsync("[name=kind][value=tip_off]");
        await page.FillAsync("[name=subject]", "Kaçak kesim");
        await page.FillAsync("[name=text]", "Ormanda gece ağaç kesiliyor.");
        await page.SelectOptionAsync("[name='location.districtCode']", "1692");
        await Browser.SubmitAsync(page, "Kaydet");
    }

    static async Task OpenAsCaseAsync(Microsoft.Playwright.IPage page, string number)
    {
        await page.GotoAsync($"/gorevli/basvurular/{number}");
        await page.CheckAsync("[name=kutu][value=true]");
        await Browser.SubmitAsync(page, "Metni aç");
        await Expect(page.Locator("section[aria-label='İhbarın mesaj kutusu']")).ToBeVisibleAsync();
    }
}
