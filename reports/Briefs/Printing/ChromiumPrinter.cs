using System.Collections.Concurrent;
using AcikKapi.Domain;
using Microsoft.Playwright;

namespace AcikKapi.Reports;

/// <summary>
/// One headless Chromium with several pages side by side. JavaScript is off and every request is refused:
/// a brief shows what its HTML holds and nothing else. A browser that died is started again, once a brief.
/// </summary>
public sealed class ChromiumPrinter : IPdfPrinter, IAsyncDisposable
{
    readonly IPlaywright _playwright;
    readonly SemaphoreSlim _free = new(Math.Clamp(Environment.ProcessorCount, 2, 8));
    readonly SemaphoreSlim _starting = new(1);
    Running _running;

    ChromiumPrinter(IPlaywright playwright, Running running) => (_playwright, _running) = (playwright, running);

    /// <summary>For the tests, which kill it.</summary>
    internal IBrowser Browser => _running.Browser;

    /// <summary>A browser and its pages: they live and die together.</summary>
    sealed record Running(IBrowser Browser, IBrowserContext Context)
    {
        public ConcurrentBag<IPage> Idle { get; } = [];
    }

    /// <exception cref="UserError">Chromium is missing or does not start.</exception>
    public static async Task<ChromiumPrinter> StartAsync(CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new ChromiumPrinter(playwright, await LaunchAsync(playwright));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    public async Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        try
        {
            var running = _running;
            try
            {
                return await PrintAsync(running, html);
            }
            catch (PlaywrightException) when (!ct.IsCancellationRequested)
            {
                return await PrintAsync(await RestartedAsync(running, ct), html);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_running.Browser.IsConnected) await _running.Browser.CloseAsync();
        _playwright.Dispose();
        _free.Dispose();
        _starting.Dispose();
    }

    static async Task<byte[]> PrintAsync(Running running, string html)
    {
        // A page is used again: opening one takes longer than laying out a brief (170 ms against 40).
        var page = running.Idle.TryTake(out var idle) ? idle : await running.Context.NewPageAsync();
        await page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
        running.Idle.Add(page); // one that failed is not taken again
        return pdf;
    }

    // Whoever meets the dead browser first starts the next one; the others print with it.
    async Task<Running> RestartedAsync(Running dead, CancellationToken ct)
    {
        await _starting.WaitAsync(ct);
        try
        {
            if (ReferenceEquals(_running, dead) && !dead.Browser.IsConnected) _running = await LaunchAsync(_playwright);
            return _running;
        }
        finally
        {
            _starting.Release();
        }
    }

    static async Task<Running> LaunchAsync(IPlaywright playwright)
    {
        var program = ChromiumProgram.Find();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = program,
                Args = ChromiumProgram.Arguments,
                ChromiumSandbox = !Environment.IsPrivilegedProcess, // Chromium refuses its sandbox to root
            });
            return new Running(browser, await ContextAsync(browser));
        }
        catch (PlaywrightException error)
        {
            throw new UserError($"Chromium başlatılamadı ({program}): {error.Message.Split('\n')[0]}");
        }
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
