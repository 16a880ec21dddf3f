using AcikKapi.Intake.Suggestions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AcikKapi.Tests.Intake.Pages;

/// <summary>A citizen's way through the pages, in a real browser, with scripts and without.</summary>
public sealed class CitizenPagesTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "")]
    [InlineData(false, "/kiosk")]
    public async Task Application_IsMadeStepByStepAndFollowed(bool scripts, string under)
    {
        var page = await browser.OpenAsync(scripts: scripts, width: 360);
        var number = await ApplyAsync(page, under, scripts);
        await page.GotoAsync($"{under}/takip");
        await page.FillAsync("[name=trackingNumber]", $"{number[..3]} {number[3..]}");
        await Browser.SubmitAsync(page, "Göster");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Başvurunuzun durumu");
        Assert.DoesNotContain(number, page.Url, StringComparison.Ordinal); // history and logs keep addresses
        await page.ClickAsync("details summary");
        await Expect(page.Locator("table.days tbody tr").First).ToContainTextAsync("Başlangıç günü sayılmaz");
        Assert.Equal(under.Length == 0 ? "web" : "kiosk", await browser.Intake.ScalarAsync<string>("select channel_code from intake.applications where tracking_number = @number", new { number }));
    }

    [Fact]
    public async Task WrongFields_AreNamedAtTheTopAndBesideThem()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/basvuru");
        await Browser.SubmitAsync(page, "Devam");
        await Expect(page.Locator(".errors")).ToBeFocusedAsync();
        await Expect(page.Locator(".errors li")).ToHaveCountAsync(3);
        await page.ClickAsync(".errors a >> text=Anlatım");
        Assert.Equal("text", await page.EvaluateAsync<string>("document.activeElement.name"));
    }

    [Fact]
    public async Task PhoneAndNumber_AreTakenAsPeopleWriteThem()
    {
        var page = await browser.OpenAsync();
        var number = await ApplyAsync(page, "", scripts: true, phone: "0 (555) 111-22 33");
        Assert.Equal("+905551112233", await browser.Intake.ScalarAsync<string>("select phone from intake.applicants join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    [Fact]
    public async Task ReceiptReloaded_IsTheSameApplication()
    {
        var page = await browser.OpenAsync();
        var number = await ApplyAsync(page, "", scripts: true);
        await page.ReloadAsync();
        Assert.Equal(number, await NumberAsync(page));
    }

    [Fact]
    public async Task DraftOfWords_StaysOnTheDeviceAndGoesWithTheReceipt()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/basvuru");
        await page.FillAsync("[name=subject]", "Yarım kalan başvuru");
        await page.ReloadAsync();
        await Expect(page.Locator("[name=subject]")).ToHaveValueAsync("Yarım kalan başvuru");
        await Expect(page.Locator("[data-draft-note]")).ToBeVisibleAsync();
        await ApplyAsync(page, "", scripts: true);
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('acikkapi-taslak')"));
    }

    [Fact]
    public async Task WithoutConnection_TheFormOpensAndKeepsWhatIsTyped()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/basvuru");
        await Browser.WaitForWorkerAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/basvuru");
        await page.CheckAsync("[name=kind][value=request]");
        await page.FillAsync("[name=subject]", "Köy yolu kapalı");
        await page.FillAsync("[name=text]", "Kar nedeniyle yolumuz üç gündür kapalı.");
        await Browser.SubmitAsync(page, "Devam");
        await Expect(page.Locator("[data-draft-offline]")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.WaitForTimeoutAsync(300);
        await Browser.SubmitAsync(page, "Devam");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Konu nerede?");
    }

    [Fact]
    public async Task TipOff_LeavesNoDraftAndIsAnsweredThroughItsBox()
    {
        var page = await browser.OpenAsync(scripts: false);
        await page.GotoAsync("/ihbar");
        await page.FillAsync("[name=subject]", "Kaçak kesim");
        await page.FillAsync("[name=text]", "Ormanda gece ağaç kesiliyor.");
        await Browser.SubmitAsync(page, "Devam");
        await PlaceAsync(page, scripts: false);
        await Browser.SubmitAsync(page, "Devam");
        await Browser.SubmitAsync(page, "Devam");
        await Browser.SubmitAsync(page, "İhbarı gönder");
        var (number, key) = (await NumberAsync(page), (await page.Locator(".receipt .key").TextContentAsync())!);
        await Browser.SubmitAsync(page, "Mesaj kutusu");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Mesajlar");
        await page.GotoAsync("/ihbar/kutu");
        await page.FillAsync("[name=trackingNumber]", number);
        await page.FillAsync("[name=boxKey]", "anahtar değil");
        await Browser.SubmitAsync(page, "Kutuyu aç");
        await Expect(page.Locator(".errors")).ToContainTextAsync("Bu numara ve anahtarla bir kutu yok");
        await page.FillAsync("[name=boxKey]", key.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal));
        await Browser.SubmitAsync(page, "Kutuyu aç");
        await page.FillAsync("[name=text]", "Plakayı da gördüm.");
        await Browser.SubmitAsync(page, "Gönder");
        await Expect(page.Locator(".bubble.mine")).ToContainTextAsync("Plakayı da gördüm.");
        Assert.Equal(0, await browser.Intake.ScalarAsync<int>("select count(*)::int from intake.applicants join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    [Fact]
    public async Task Provinces_StandInTurkishOrder()
    {
        var page = await browser.OpenAsync(scripts: false);
        await page.GotoAsync("/kiosk/basvuru");
        await StoryAsync(page);
        var names = await page.Locator("[name='location.provinceCode'] option").AllTextContentsAsync();
        string[] inOrder = ["Hatay", "Iğdır", "Isparta", "İstanbul", "İzmir", "Kahramanmaraş"];
        Assert.Equal(inOrder, names.Where(inOrder.Contains));
        Assert.True(names.ToList().IndexOf("Çanakkale") > names.ToList().IndexOf("Bursa") && names.ToList().IndexOf("Çanakkale") < names.ToList().IndexOf("Denizli"));
        Assert.True(names.ToList().IndexOf("Şanlıurfa") > names.ToList().IndexOf("Siirt"));
    }

    [Fact]
    public async Task Answer_IsReadByWhoeverKnowsThePhoneAndRatedOrReopened()
    {
        var page = await browser.OpenAsync(scripts: false);
        var number = await ApplyAsync(page, "", scripts: false);
        var executive = await browser.Intake.AddStaffAsync("executive", "76");
        foreach (var step in new[] { """{"event":"routed","unitCode":"76-SAG"}""", """{"event":"answered","outcome":"resolved","managerInformed":true,"answer":"Lambalar 3 Aralık günü değiştirildi."}""", """{"event":"closed"}""" })
            await browser.Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", step, executive);
        await page.GotoAsync("/takip");
        await page.FillAsync("[name=trackingNumber]", number);
        await Browser.SubmitAsync(page, "Göster");
        await page.FillAsync("[name=phone]", "0555 999 99 99");
        await Browser.SubmitAsync(page, "Cevabı göster");
        await Expect(page.Locator(".errors")).ToContainTextAsync("gösterilebilecek bir cevap yok");
        await page.FillAsync("[name=phone]", "0555 111 22 33");
        await Browser.SubmitAsync(page, "Cevabı göster");
        await Expect(page.Locator(".box")).ToContainTextAsync("Lambalar 3 Aralık günü değiştirildi.");
        await page.CheckAsync("[name=score][value='4']");
        await Browser.SubmitAsync(page, "Değerlendir");
        await Expect(page.Locator(".notice")).ToContainTextAsync("Teşekkür ederiz");
        await page.FillAsync("[name=reason]", "Biri hâlâ yanmıyor.");
        await Browser.SubmitAsync(page, "Yeniden aç");
        await Expect(page.Locator(".tag").First).ToHaveTextAsync("Yeniden açıldı");
    }

    [Fact]
    public async Task File_IsAddedToTheReceipt()
    {
        var page = await browser.OpenAsync(scripts: false);
        var number = await ApplyAsync(page, "", scripts: false);
        var picture = await page.ScreenshotAsync();
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "lamba.png", MimeType = "image/png", Buffer = picture });
        await Browser.SubmitAsync(page, "Dosyayı ekle");
        await Expect(page.Locator(".notice")).ToContainTextAsync("1. dosya eklendi");
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "not.txt", MimeType = "text/plain", Buffer = "düz yazı"u8.ToArray() });
        await Browser.SubmitAsync(page, "Dosyayı ekle");
        await Expect(page.Locator(".errors")).ToBeVisibleAsync();
        Assert.Equal(1, await browser.Intake.ScalarAsync<int>("select count(*)::int from intake.attachments join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    [Fact]
    public async Task Kiosk_GoesBackToItsStartWhenNobodyTouchesIt()
    {
        var page = await browser.OpenAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync("/kiosk/basvuru");
        await page.FillAsync("[name=subject]", "Yarım");
        await page.Clock.RunForAsync(72_000);
        await Expect(page.Locator(".idle")).ToBeVisibleAsync();
        await page.ClickAsync("text=Devam ediyorum");
        await Expect(page.Locator(".idle")).ToBeHiddenAsync();
        // Hiding the bar may scroll the page a moment later, which counts as a touch: then it takes another round.
        for (var rounds = 0; rounds < 3 && !page.Url.EndsWith("/kiosk", StringComparison.Ordinal); rounds++)
        {
            await page.Clock.RunForAsync(95_000);
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
        await page.WaitForURLAsync("**/kiosk");
    }

    [Fact]
    public async Task Suggestions_ShowTypesWithTheWordsThatDecided()
    {
        await using var intake = await RunningIntake.WithAsync(more: services => services.AddSingleton<ISuggestTypes>(new FixedSuggestions()));
        var client = new PageClient(intake);
        var body = (await client.PostAsync("/basvuru", ("adim", "yer"), ("idempotencyKey", Guid.NewGuid().ToString()), ("kind", "request"), ("subject", "Randevu"), ("text", "Göz polikliniği"), ("location.provinceCode", "76"), ("location.districtCode", "1692"))).Body;
        var text = PageClient.Text(body);
        Assert.Contains("Hastane randevusu (%81)", text, StringComparison.Ordinal);
        Assert.Contains("Belirleyen sözcükler: randevu, poliklinik", text, StringComparison.Ordinal);
    }

    sealed class FixedSuggestions : ISuggestTypes
    {
        public IReadOnlyList<TypeSuggestion> For(int province, int? district, string subject, string text) =>
            [new TypeSuggestion("SAG-01", 0.81, ["randevu", "poliklinik"])];
    }

    static async Task StoryAsync(IPage page)
    {
        await page.CheckAsync("[name=kind][value=complaint]");
        await page.FillAsync("[name=subject]", "Sokak lambaları yanmıyor");
        await page.FillAsync("[name=text]", "Işıklar üç haftadır yanmıyor, çocuklar korkuyor.");
        await Browser.SubmitAsync(page, "Devam");
    }

    static async Task PlaceAsync(IPage page, bool scripts)
    {
        await page.SelectOptionAsync("[name='location.provinceCode']", "76");
        if (!scripts) await Browser.SubmitAsync(page, "İlçeleri göster");
        await page.SelectOptionAsync("[name='location.districtCode']", "1692");
        await page.FillAsync("[name='location.neighbourhood']", "Topçular Mahallesi");
        await Browser.SubmitAsync(page, "Devam");
    }

    static async Task<string> ApplyAsync(IPage page, string under, bool scripts, string phone = "0555 111 22 33")
    {
        await page.GotoAsync($"{under}/basvuru");
        await StoryAsync(page);
        await PlaceAsync(page, scripts);
        await Browser.SubmitAsync(page, "Devam"); // the type is left to the bureau
        await page.FillAsync("[name='applicant.nationalId']", Bodies.NationalId);
        await page.FillAsync("[name='applicant.firstName']", "Çiğdem");
        await page.FillAsync("[name='applicant.lastName']", "Öztürkoğlu");
        await page.FillAsync("[name='applicant.phone']", phone);
        await Browser.SubmitAsync(page, "Devam");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Göndermeden önce denetleyin");
        await Browser.SubmitAsync(page, "Başvuruyu gönder");
        return await NumberAsync(page);
    }

    static async Task<string> NumberAsync(IPage page) => (await page.Locator(".receipt .number").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
}
