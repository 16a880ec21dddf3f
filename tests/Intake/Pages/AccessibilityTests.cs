using AcikKapi.Tests.Intake.SignIn;
using Xunit;

namespace AcikKapi.Tests.Intake.Pages;

/// <summary>Every page by axe (WCAG 2.2 AA: nothing serious), and without a sideways scroll from 320 to 1,920 pixels.</summary>
public sealed class AccessibilityTests(Browser browser) : IClassFixture<Browser>
{
    static readonly int[] Widths = [320, 768, 1920];

    [Fact]
    public async Task CitizensPages_HaveNothingSerious() => await CheckAsync(null,
        ["/", "/basvuru", "/takip", "/ihbar", "/ihbar/kutu", "/aydinlatma", "/erisilebilirlik", "/giris", "/giris/kayit", "/kiosk", "/kiosk/basvuru", "/kiosk/takip", "/kiosk/ihbar", "/boyle-bir-sayfa-yok"]);

    [Fact]
    public async Task StepsOfAnApplication_HaveNothingSerious()
    {
        var page = await browser.OpenAsync(width: 320);
        List<string> found = [];
        foreach (var flow in new[] { "/basvuru", "/ihbar", "/kiosk/basvuru" })
        {
            await page.GotoAsync(flow);
            for (var step = 0; step < 5; step++)
            {
                if (step == 0 || step == 3 && flow != "/ihbar") { await Browser.SubmitAsync(page, "Devam"); found.AddRange(await LookAsync(page)); } // with its errors
                await FillAsync(page, step, flow);
                if (step == 3) await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
                found.AddRange(await LookAsync(page));
                await Browser.SubmitAsync(page, step < 4 ? "Devam" : flow == "/ihbar" ? "İhbarı gönder" : "Başvuruyu gönder");
            }
            found.AddRange(await LookAsync(page));
            await Browser.SubmitAsync(page, "Durumunu gör");
            await page.ClickAsync("details summary");
            found.AddRange(await LookAsync(page));
        }
        Assert.Empty(found);
    }

    static async Task FillAsync(Microsoft.Playwright.IPage page, int step, string flow)
    {
        if (step == 0)
        {
            if (flow != "/ihbar") await page.CheckAsync("[name=kind][value=complaint]");
            await page.FillAsync("[name=subject]", "Sokak lambaları");
            await page.FillAsync("[name=text]", "Işıklar yanmıyor.");
        }
        if (step == 1)
        {
            await page.SelectOptionAsync("[name='location.provinceCode']", "76");
            await page.SelectOptionAsync("[name='location.districtCode']", "1692");
        }
        if (step == 3 && flow == "/ihbar") return;
        if (step == 3)
            foreach (var (name, value) in new[] { ("nationalId", Bodies.NationalId), ("firstName", "Çiğdem"), ("lastName", "Öztürkoğlu"), ("phone", "05551112233") }) await page.FillAsync($"[name='applicant.{name}']", value);
    }

    [Theory]
    [InlineData("desk", "76", "/gorevli/basvurular", "/gorevli/kayit", "/gorevli/yol", "/gorevli/ziyaretler", "/gorevli/basvurular/{plain}", "/gorevli/basvurular?state=overdue", "/gorevli/parola", "/gorevli/ekip")]
    [InlineData("liaison", "76", "/gorevli/birim", "/gorevli/basvurular/{routed}")]
    [InlineData("coordinator", "76", "/gorevli/ekip", "/gorevli/basvurular/{plain}", "/gorevli/ziyaretler")]
    [InlineData("executive", "76", "/gorevli/izleme", "/gorevli/basvurular/{sealed}", "/gorevli/gorevliler", "/gorevli/izinler", "/gorevli/ohal", "/gorevli/ziyaretler", "/gorevli/isaretler")]
    [InlineData("field", "76", "/gorevli/ziyaretler")]
    [InlineData("ministry", null, "/gorevli/olcutler", "/gorevli/izinler", "/gorevli/ohal?il=76")]
    public async Task OfficersPages_HaveNothingSerious(string role, string? place, params string[] paths)
    {
        await browser.Intake.ExecuteAsync("""
            insert into intake.found_flags values ('F1', 76, 'il:76', 'problem', 'sudden_rise', 'Iğdır''da arttı.', '2026-10-01', '2026-10-31'), ('F2', 76, 'ilce:76-1692', 'good_practice', 'good_practice', 'Azaldı.', '2026-10-01', '2026-10-31')
            on conflict do nothing
            """);
        var executive = await browser.Intake.AddStaffAsync("executive", "76");
        var (plain, routed, secret) = (await browser.Intake.AcceptedAsync(Bodies.Valid()), await browser.Intake.AcceptedAsync(Bodies.Valid()), await browser.Intake.AcceptedAsync(Bodies.With("confidential", "true")));
        await browser.Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{routed}/events", """{"event":"routed","unitCode":"76-SAG"}""", executive);
        await browser.Intake.AskAsync(HttpMethod.Post, "/v1/visits", $$"""{"kind":"field_visit","trackingNumber":"{{plain}}"}""", executive);
        var person = await Person.AddAsync(browser.Intake, role, place, role == "liaison" ? "76-SAG" : null);
        await CheckAsync(person, [.. paths.Select(p => p.Replace("{plain}", plain, StringComparison.Ordinal).Replace("{routed}", routed, StringComparison.Ordinal).Replace("{sealed}", secret, StringComparison.Ordinal))]);
    }

    async Task CheckAsync(Person? person, string[] paths)
    {
        var page = await browser.OpenAsync(person);
        List<string> found = [];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            // The widest day of the year: a page may not fit or not fit by the day on which it is tested.
            await page.EvaluateAsync("document.querySelectorAll('.due .date').forEach(d => d.textContent = '28 Ağustos 2026,')");
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 800);
                if (!await Browser.FitsAsync(page)) found.Add($"{path} is wider than {width} pixels");
            }
            found.AddRange(await Browser.SeriousAsync(page));
        }
        Assert.Empty(found);
    }

    static async Task<IEnumerable<string>> LookAsync(Microsoft.Playwright.IPage page) =>
        await Browser.FitsAsync(page) ? await Browser.SeriousAsync(page) : [$"{page.Url} is too wide", .. await Browser.SeriousAsync(page)];
}
