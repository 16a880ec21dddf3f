using AcikKapi.Tests.Intake.SignIn;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AcikKapi.Tests.Intake.Pages;

/// <summary>Each role's main path, and what it may not do, in a real browser.</summary>
public sealed class OfficerPagesTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Desk_RecordsWhatIsToldAndRoutesItWithReasons()
    {
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "76"));
        await page.GotoAsync("/gorevli/kayit");
        await FillRecordAsync(page, "Hastane randevusu alamıyorum");
        await page.SelectOptionAsync("[name=typeCode]", "SAG-01");
        await Browser.SubmitAsync(page, "Tür, benzer ve birim öner");
        await Expect(page.Locator(".box", new() { HasText = "Yetkili birim: İl Sağlık Müdürlüğü" })).ToBeVisibleAsync();
        await Browser.SubmitAsync(page, "Kaydet");
        await Expect(page.Locator(".receipt h1")).ToHaveTextAsync("Kaydedildi");
        await page.ClickAsync("text=Yönlendir");
        await page.ClickAsync("text=Neden?");
        await Expect(page.Locator("ol li", new() { HasText = "Koşulları tutan ilk kural" }).First).ToBeVisibleAsync();
        await Browser.SubmitAsync(page, "Yönlendir");
        await Expect(page.Locator(".notice")).ToHaveTextAsync("Adım kaydedildi.");
        await Expect(page.Locator(".steps")).ToContainTextAsync("İl Sağlık Müdürlüğü");
    }

    [Fact]
    public async Task Desk_RecordsWithoutAConnectionAndItIsSentOnceLater()
    {
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "76"));
        await page.GotoAsync("/gorevli/kayit");
        await Browser.WaitForWorkerAsync(page);
        await page.ReloadAsync(); // now through the worker, which keeps the form
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/gorevli/kayit");
        await FillRecordAsync(page, "Bağlantısızken kaydedildi");
        await Browser.SubmitAsync(page, "Kaydet");
        await Expect(page.Locator("[data-queue-list] li")).ToContainTextAsync("Bağlantısızken kaydedildi");
        await page.Context.SetOfflineAsync(false);
        await page.ClickAsync("[data-queue-send]");
        await Expect(page.Locator("[data-queue-list] li")).ToContainTextAsync("takip no.");
        await page.ClickAsync("[data-queue-send]");
        Assert.Equal(1, await browser.Intake.ScalarAsync<int>("select count(*)::int from intake.applications where subject = 'Bağlantısızken kaydedildi'"));
    }

    [Fact]
    public async Task Desk_ReadsWordsForAReasonAndTheNumberByAnother()
    {
        var number = await browser.Intake.AcceptedAsync(Bodies.Valid());
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "76"));
        await page.GotoAsync($"/gorevli/basvurular/{number}");
        Assert.DoesNotContain("Öztürkoğlu", await page.ContentAsync(), StringComparison.Ordinal);
        await Browser.SubmitAsync(page, "Metni aç");
        await Expect(page.Locator("dl.facts").First).ToContainTextAsync("Öztürkoğlu");
        await Expect(page.Locator("dl.facts").First).ToContainTextAsync("10*******46");
        await Browser.SubmitAsync(page, "Kimlik numarasının tamamını göster");
        await Expect(page.Locator("dl.facts").First).ToContainTextAsync(Bodies.NationalId);
        Assert.Equal("words,words,national_id", await browser.Intake.ScalarAsync<string>("select string_agg(what, ',' order by entry_no) from intake.access_log join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    [Fact]
    public async Task Liaison_AnswersWhatIsDueFirstAndSendsBackWhatIsNotTheirs()
    {
        var executive = await browser.Intake.AddStaffAsync("executive", "76");
        var numbers = new[] { await browser.Intake.AcceptedAsync(Bodies.Valid()), await browser.Intake.AcceptedAsync(Bodies.With("hideIdentity", "true")) };
        foreach (var number in numbers) await browser.Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"routed","unitCode":"76-SAG"}""", executive);
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "liaison", "76", "76-SAG"), width: 360);
        await page.GotoAsync("/gorevli");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Birimime gelenler");
        await page.GotoAsync($"/gorevli/basvurular/{numbers[0]}");
        await page.CheckAsync("[name=outcome][value=resolved]");
        await page.FillAsync("[name=answer]", "Randevunuz verildi.");
        await Browser.SubmitAsync(page, "Cevabı kaydet");
        await Expect(page.Locator(".errors")).ToContainTextAsync("amirinin bilgisi"); // art. 5-o
        await page.CheckAsync("[name=managerInformed][value=true]");
        await Browser.SubmitAsync(page, "Cevabı kaydet");
        await Expect(page.Locator(".notice").First).ToBeVisibleAsync();

        await page.GotoAsync($"/gorevli/basvurular/{numbers[1]}");
        await Browser.SubmitAsync(page, "Metni aç");
        await Expect(page.Locator("dl.facts").First).ToContainTextAsync("Kimliğini bu birimden gizledi");
        Assert.DoesNotContain("Öztürkoğlu", await page.ContentAsync(), StringComparison.Ordinal);
        await page.ClickAsync("text=Geri gönder");
        await page.SelectOptionAsync("#b-f-unitCode", "76-BURO");
        await Browser.SubmitAsync(page, "Gönder");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Birimime gelenler"); // no longer theirs to see
        Assert.DoesNotContain(numbers[1], (await page.ContentAsync()).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executive_DecidesOnSealedOnesAndNamesStaff()
    {
        var number = await browser.Intake.AcceptedAsync(Bodies.With("confidential", "true"));
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "executive", "76"));
        await page.GotoAsync("/gorevli");
        await Expect(page.Locator("tbody tr", new() { HasText = "Gizlilik onayı bekliyor" }).First).ToBeVisibleAsync();
        await page.GotoAsync($"/gorevli/basvurular/{number}");
        await page.ClickAsync("summary >> text=Gizliliği onayla");
        await Browser.SubmitAsync(page, "Onayla");
        await Expect(page.Locator(".steps")).ToContainTextAsync("Gizlilik onaylandı");

        await page.GotoAsync("/gorevli/gorevliler");
        await page.ClickAsync("summary >> text=Yeni görevli");
        await page.FillAsync("[name=fullName]", "İnci Işık");
        await page.FillAsync("[name=signInName]", "İnci.Işık");
        await page.SelectOptionAsync("[name=role]", "desk");
        await Browser.SubmitAsync(page, "Görevlendir");
        var code = (await page.Locator(".receipt .number").TextContentAsync())!;
        Assert.Matches("^[A-Z2-7]{4}(-[A-Z2-7]{4}){4}$", code);
        var client = new PageClient(browser.Intake);
        Assert.Equal("/giris?tamam=kayit", (await client.PostAsync("/giris/kayit", ("signInName", "inci.isik"), ("kayitKodu", code), ("password", Person.Password))).Location);
        Assert.Equal("/gorevli", (await client.PostAsync("/giris", ("signInName", "inci.isik"), ("password", Person.Password))).Location);

        await page.GotoAsync("/gorevli/gorevliler");
        await page.ClickAsync("summary >> text=İnci Işık");
        await page.Locator("details[open]").Locator("text=Yetkiyi geri al").ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Hesap kapatıldı");
        Assert.Equal("/giris?donus=%2Fgorevli%2Fbasvurular", (await client.GetAsync("/gorevli/basvurular")).Location);
        await Expect(page.Locator("ul li", new() { HasText = "İnci Işık hesabı kapatıldı" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Coordinator_SharesWorkAndPlansAVisitThatTheFieldOfficerEnds()
    {
        var (coordinator, desk, field) = (await Person.AddAsync(browser.Intake, "coordinator", "76"), await Person.AddAsync(browser.Intake, "desk", "76"), await Person.AddAsync(browser.Intake, "field", "76"));
        await browser.Intake.ExecuteAsync("insert into intake.bureau_team (province_code, bureau_code, staff_id, duty, is_coordinator, from_on) values (76, '76', @StaffId, 'Banko', false, '2026-01-01')", desk);
        var number = await browser.Intake.AcceptedAsync(Bodies.Valid());
        var page = await browser.OpenAsync(coordinator);
        await page.GotoAsync("/gorevli");
        await Expect(page.Locator(".warn").First).ToContainTextAsync("en az 5 görevli");
        await Browser.SubmitAsync(page, "Sahipsizleri ekibe paylaştır");
        await Expect(page.Locator(".notice")).ToContainTextAsync("paylaştırıldı");
        await page.GotoAsync($"/gorevli/basvurular/{number}");
        await Expect(page.Locator("dl.facts", new() { HasText = "Sorumlu" })).ToContainTextAsync($"Görevli {desk.Name}");
        await page.ClickAsync("summary >> text=Refakat iste");
        await Browser.SubmitAsync(page, "Kaydet");
        await page.GotoAsync("/gorevli/ziyaretler");
        await page.ClickAsync("summary >> text=Planla");
        await page.SelectOptionAsync("[name=staffId]", field.StaffId.ToString());
        await page.FillAsync("[name=gun]", DateTime.Today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.FillAsync("[name=saat]", "09:30");
        await Browser.SubmitAsync(page, "Planla");
        await Expect(page.Locator(".notice")).ToHaveTextAsync("Ziyaret kaydedildi.");

        var phone = await browser.OpenAsync(field, width: 360);
        await phone.GotoAsync("/gorevli");
        await Expect(phone.Locator("article")).ToContainTextAsync("09.30");
        await phone.ClickAsync("summary >> text=Sonucu kaydet");
        await phone.CheckAsync("[name=result][value=helped]");
        await phone.FillAsync("[name=minutesSpent]", "45");
        await Browser.SubmitAsync(phone, "Kaydet");
        await Expect(phone.Locator("article")).ToContainTextAsync("Yardım edildi");
    }

    [Fact]
    public async Task Ministry_SetsCriteriaLeaveAndEmergencies()
    {
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "ministry", null));
        await page.GotoAsync("/gorevli");
        await page.FillAsync("[name='weights.on_time']", "31");
        await page.FillAsync("[name=note]", "Süre daha önemli");
        await Browser.SubmitAsync(page, "Yürürlüğe koy");
        await Expect(page.Locator(".errors")).ToContainTextAsync("toplamı 100 olmalı; şu anda 101");
        await page.FillAsync("[name='weights.rerouted']", "4");
        await Browser.SubmitAsync(page, "Yürürlüğe koy");
        await Expect(page.Locator("details summary").First).ToBeVisibleAsync(); // the earlier set
        Assert.Equal(2, await browser.Intake.ScalarAsync<int>("select count(distinct set_no)::int from intake.performance_criteria"));

        await page.GotoAsync("/gorevli/izinler");
        await page.FillAsync("[name=date]", "2027-04-26");
        await page.FillAsync("[name=reason]", "Köprü izni");
        await Browser.SubmitAsync(page, "Ekle");
        await Expect(page.Locator("li", new() { HasText = "Köprü izni" })).ToBeVisibleAsync();
        await page.ClickAsync("li:has-text('Köprü izni') >> text=Geri al");
        await Expect(page.Locator("main")).ToContainTextAsync("Eklenmiş idari izin yok");

        await page.GotoAsync("/gorevli/ohal?il=76");
        await page.FillAsync("[name=from]", "2026-11-01");
        await page.FillAsync("[name=note]", "Karar 2026/1");
        await Browser.SubmitAsync(page, "Kaydet");
        await Expect(page.Locator("li", new() { HasText = "sürüyor" })).ToContainTextAsync("Karar 2026/1");
    }

    public static TheoryData<string, string?, string[]> Forbidden => new()
    {
        { "desk", "76", ["/gorevli/isaretler", "/gorevli/izleme", "/gorevli/ekip", "/gorevli/gorevliler", "/gorevli/olcutler", "/gorevli/izinler", "/gorevli/ohal", "/gorevli/birim"] },
        { "liaison", "76", ["/gorevli/isaretler", "/gorevli/basvurular", "/gorevli/kayit", "/gorevli/yol", "/gorevli/izleme", "/gorevli/ekip", "/gorevli/gorevliler", "/gorevli/ziyaretler", "/gorevli/olcutler"] },
        { "coordinator", "76", ["/gorevli/isaretler", "/gorevli/izleme", "/gorevli/gorevliler", "/gorevli/olcutler", "/gorevli/izinler", "/gorevli/ohal", "/gorevli/birim"] },
        { "field", "76", ["/gorevli/isaretler", "/gorevli/basvurular", "/gorevli/kayit", "/gorevli/ekip", "/gorevli/gorevliler", "/gorevli/birim"] },
        { "executive", "76", ["/gorevli/kayit", "/gorevli/yol", "/gorevli/olcutler", "/gorevli/birim"] },
        { "ministry", null, ["/gorevli/basvurular", "/gorevli/kayit", "/gorevli/ekip", "/gorevli/gorevliler", "/gorevli/ziyaretler", "/gorevli/izleme", "/gorevli/birim"] },
        { "analyst", "76", ["/gorevli/basvurular", "/gorevli/kayit", "/gorevli/ekip", "/gorevli/gorevliler", "/gorevli/ziyaretler", "/gorevli/izleme", "/gorevli/olcutler"] },
    };

    [Theory, MemberData(nameof(Forbidden))]
    public async Task PagesOfOthers_AreRefused(string role, string? place, string[] paths)
    {
        var client = await (await Person.AddAsync(browser.Intake, role, place, role == "liaison" ? "76-SAG" : null)).SignInAsync(browser.Intake);
        foreach (var path in paths)
        {
            var answer = await client.GetAsync(path);
            Assert.True(answer.Status == System.Net.HttpStatusCode.Forbidden && PageClient.Text(answer.Body).Contains("Bu sayfa göreviniz için değil", StringComparison.Ordinal), $"{role} {path} {answer.Status}");
        }
    }

    [Fact]
    public async Task List_IsFilteredPagedAndSearchedByKeyboard()
    {
        var page = await browser.OpenAsync(await Person.AddAsync(browser.Intake, "desk", "34"));
        for (var i = 0; i < 53; i++) await browser.Intake.AcceptedAsync(Bodies.Valid(34, 1421));
        await page.GotoAsync("/gorevli/basvurular");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
        await page.ClickAsync("text=Sonraki sayfa");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        var last = (await page.Locator("tbody tr td:first-child").Last.TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.GotoAsync("/gorevli/basvurular?kind=request");
        await Expect(page.Locator(".box")).ToContainTextAsync("uyan başvuru yok");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(last);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/gorevli/basvurular/{last}");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("icerik", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    static async Task FillRecordAsync(IPage page, string subject)
    {
        await page.CheckAsync("[name=channel][value=desk_written]");
        await page.CheckAsync("[name=kind][value=request]");
        await page.FillAsync("[name=subject]", subject);
        await page.FillAsync("[name=text]", "İki aydır göz polikliniğinden randevu alamıyorum.");
        await page.SelectOptionAsync("[name='location.districtCode']", "1692");
        await page.FillAsync("[name='applicant.nationalId']", Bodies.NationalId);
        await page.FillAsync("[name='applicant.firstName']", "Çiğdem");
        await page.FillAsync("[name='applicant.lastName']", "Öztürkoğlu");
        await page.FillAsync("[name='applicant.phone']", "0555 111 22 33");
    }
}
