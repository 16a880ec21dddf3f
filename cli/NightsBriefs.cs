using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Ingest;
using AcikKapi.Reports;
using AcikKapi.Reports.Delivery;
using AcikKapi.Warehouse;
using Npgsql;

namespace AcikKapi.Cli;

/// <summary>
/// What a night prints and sends: for each place with data the last ended week, month, quarter and year, each again only when it says
/// something else. Older and running periods are printed by order: of the workbench here, or `brief`.
/// </summary>
static class NightsBriefs
{
    /// <returns>RowsIn: briefs looked at; RowsOut: printed.</returns>
    /// <exception cref="UserError">A brief could not be made; all others are printed and sent.</exception>
    public static async Task<StepResult> PrintAsync(Home home, NpgsqlDataSource intake, DateOnly asOf, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var ordered = Known(await BriefOrders.WaitingAsync(intake, cancel));
        var due = Due(home.Warehouse, asOf);
        List<(BriefScope Scope, BriefPeriod Period)> all = [.. due.Union(ordered.Select(order => order.Brief))];
        var manifest = BriefManifest.Read(home.BriefManifest);
        PrintRun run;
        try
        {
            await using var printer = await ChromiumPrinter.StartAsync(cancel);
            run = await PrintBriefs.RunAsync(home.Warehouse, all, home.Out, printer, manifest, cancel);
        }
        finally
        {
            manifest.Write(); // also of a night that stops half-way: what lies there need not be printed again
        }
        await WriteIndex.RunAsync(manifest, home.Out, cancel);
        foreach (var (order, brief) in ordered)
            await BriefOrders.FinishAsync(intake, order, asOf, run.Failed.FirstOrDefault(f => (f.Scope, f.Period) == brief)?.Reason, cancel);
        await SendAsync(home, manifest, asOf, cancel);
        // An order of what there is no data for is told to whoever ordered; the night is well.
        var failed = run.Failed.Where(f => due.Contains((f.Scope, f.Period))).ToList();
        foreach (var one in failed) Log.Error($"{one.Scope} {one.Period}: {one.Reason}");
        if (failed.Count > 0)
            throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{failed.Count} of {due.Count} briefs could not be printed (named above); the others are. Mend the cause, run `nightly` again."));
        return new StepResult("briefs", all.Count, run.Printed.Count, clock.Elapsed);
    }

    // What the intake let through and nobody can read stays where it is, and is seen in its table.
    static List<(OrderedBrief Order, (BriefScope Scope, BriefPeriod Period) Brief)> Known(IReadOnlyList<OrderedBrief> orders)
    {
        var known = new List<(OrderedBrief, (BriefScope, BriefPeriod))>();
        foreach (var order in orders)
            try { known.Add((order, (BriefScope.Parse(order.Scope), BriefPeriod.Parse(order.Period)))); }
            catch (UserError error) { Log.Error(string.Create(CultureInfo.InvariantCulture, $"brief order {order.No}: {error.Message}")); }
        return known;
    }

    static List<(BriefScope, BriefPeriod)> Due(WarehousePaths paths, DateOnly asOf) =>
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
