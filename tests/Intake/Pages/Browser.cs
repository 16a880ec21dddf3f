using AcikKapi.Reports;
using AcikKapi.Tests.Intake.SignIn;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace AcikKapi.Tests.Intake.Pages;

/// <summary>Debian's Chromium and a server of its own; a context a visitor.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright _playwright = null!;
    IBrowser _browser = null!;

    public RunningIntake Intake { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Intake = await RunningIntake.WithAsync();
        foreach (var (code, name, institution, kind) in new[] { ("76-SAG", "İl Sağlık Müdürlüğü", "Sağlık Bakanlığı", "directorate"), ("76-BLD", "Iğdır Belediyesi", "Iğdır Belediyesi", "municipality"), ("76-BURO", "Valilik Açık Kapı Bürosu", "Iğdır Valiliği", "bureau") })
            await Intake.ExecuteAsync("insert into intake.units (unit_code, name, institution, unit_kind_code, province_code) values (@code, @name, @institution, @kind, 76)", new { code, name, institution, kind });
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumProgram.Find(), Args = ChromiumProgram.Arguments, ChromiumSandbox = !Environment.IsPrivilegedProcess });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await Intake.DisposeAsync();
    }

    /// <param name="person">Signed in already; null: a citizen.</param>
    public async Task<IPage> OpenAsync(Person? person = null, bool scripts = true, int width = 1280)
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = Intake.Http.BaseAddress!.ToString(), JavaScriptEnabled = scripts, Locale = "tr-TR", TimezoneId = "Europe/Istanbul", ViewportSize = new() { Width = width, Height = 800 } });
        if (person is not null)
        {
            var client = await person.SignInAsync(Intake);
            await context.AddCookiesAsync(client.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Url = Intake.Http.BaseAddress!.ToString().Replace("http:", "https:", StringComparison.Ordinal), Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }));
        }
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    /// <summary>What axe finds of serious or critical, by WCAG 2.2 A and AA, and best practice.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{page.Url}: {v.Id} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
    }

    /// <summary>Until the service worker has stored what it keeps.</summary>
    public static async Task WaitForWorkerAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("Promise.race([navigator.serviceWorker.ready.then(() => true), new Promise(done => setTimeout(() => done(false), 15000))])"), "No service worker became ready.");

    /// <summary>Nothing sticks out to the right.</summary>
    public static Task<bool> FitsAsync(IPage page) => page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    public static async Task SubmitAsync(IPage page, string text) => await page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).First.ClickAsync();
}
