using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Reports.Delivery;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli;

/// <summary>
/// What a night prints and sends: for each place with data the last ended week, month, quarter and year, each again only when it says
/// something else. Older and running periods are printed by order (`brief`).
/// </summary>
static class NightsBriefs
{
    /// <returns>RowsIn: briefs looked at; RowsOut: printed.</returns>
    /// <exception cref="UserError">A brief could not be made; all others are printed and sent.</exception>
    public static async Task<StepResult> PrintAsync(Home home, DateOnly asOf, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var orders = Orders(home.Warehouse, asOf);
        var manifest = BriefManifest.Read(home.BriefManifest);
        PrintRun run;
        try
        {
            await using var printer = await ChromiumPrinter.StartAsync(cancel);
            run = await PrintBriefs.RunAsync(home.Warehouse, orders, home.Out, printer, manifest, cancel);
        }
        finally
        {
            manifest.Write(); // also of a night that stops half-way: what lies there need not be printed again
        }
        await WriteIndex.RunAsync(manifest, home.Out, cancel);
        await SendAsync(home, manifest, asOf, cancel);
        foreach (var failed in run.Failed) Log.Error($"{failed.Scope} {failed.Period}: {failed.Reason}");
        if (run.Failed.Count > 0)
            throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{run.Failed.Count} of {orders.Count} briefs could not be printed (named above); the others are. Mend the cause, run `nightly` again."));
        return new StepResult("briefs", orders.Count, run.Printed.Count, clock.Elapsed);
    }

    static List<(BriefScope, BriefPeriod)> Orders(WarehousePaths paths, DateOnly asOf) =>
        [.. Enum.GetValues<PeriodKind>().Select(kind => BriefPeriod.LastEnded(kind, asOf))
            .SelectMany(period => ScopesWithData.Of(paths, period).Select(scope => (scope, period)))];

    static async Task SendAsync(Home home, BriefManifest manifest, DateOnly asOf, CancellationToken cancel)
    {
        var recipients = Recipients.Read(home.Recipients);
        if (recipients.Count == 0) return;
        if (SmtpServer.FromEnvironment(Path.Combine(home.Keys, "smtp.password")) is not { } server)
        {
            Log.Info("recipients.csv names recipients, but ACIKKAPI_SMTP no mail server: nothing is sent.");
            return;
        }
        var ledger = new SentLedger(Path.Combine(home.Warehouse.Kept, "sent.txt"));
        var result = await SendBriefs.RunAsync(recipients, manifest, home.Out, asOf, ledger, server, cancel);
        Log.Info(string.Create(CultureInfo.InvariantCulture, $"mail     {result.Sent:N0} briefs sent, {result.Refused:N0} refused by the server"));
    }
}
