using System.Collections.Concurrent;
using AcikKapi.Domain;
using Microsoft.Playwright;

namespace AcikKapi.Reports;

/// <summary>
/// One headless Chromium with several pages side by side. JavaScript is off and every request is refused:
/// a brief shows what its HTML holds and nothing else.
/// </summary>
public sealed class ChromiumPrinter : IPdfPrinter, IAsyncDisposable
{
    readonly IPlaywright _playwright;
    readonly IBrowser _browser;
    readonly IBrowserContext _context;
    readonly SemaphoreSlim _free = new(Math.Clamp(Environment.ProcessorCount, 2, 8));
    readonly ConcurrentBag<IPage> _idle = [];

    ChromiumPrinter(IPlaywright playwright, IBrowser browser, IBrowserContext context) =>
        (_playwright, _browser, _context) = (playwright, browser, context);

    /// <exception cref="UserError">Chromium is missing or does not start.</exception>
    public static async Task<ChromiumPrinter> StartAsync(CancellationToken ct = default)
    {
        var program = ChromiumProgram.Find();
        ct.ThrowIfCancellationRequested();
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = program,
                Args = ChromiumProgram.Arguments,
                ChromiumSandbox = !Environment.IsPrivilegedProcess, // Chromium refuses its sandbox to root
            });
            return new ChromiumPrinter(playwright, browser, await ContextAsync(browser));
        }
        catch (PlaywrightException error)
        {
            playwright.Dispose();
            throw new UserError($"Chromium başlatılamadı ({program}): {error.Message.Split('\n')[0]}");
        }
    }

    public async Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        try
        {
            // A page is used again: opening one takes longer than laying out a brief (170 ms against 40).
            var page = _idle.TryTake(out var idle) ? idle : await _context.NewPageAsync();
            await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
            _idle.Add(page);
            return pdf;
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        _free.Dispose();
    }

    static async Task<IBrowserContext> ContextAsync(IBrowser browser)
    {
        var context = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = false,
            Offline = true,
            Locale = "tr-TR",
            TimezoneId = "Europe/Istanbul",
        });
        await context.RouteAsync("**/*", route => route.AbortAsync());
        return context;
    }
}
