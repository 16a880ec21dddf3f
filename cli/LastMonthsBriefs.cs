using System.Diagnostics;
using AcikKapi.Reports;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli;

/// <summary>The last ended month's briefs: of every province that had applications in it, and the ministry's.</summary>
static class LastMonthsBriefs
{
    public static async Task<(StepResult Step, IReadOnlyList<PrintedBrief> Printed)> PrintAsync(Home home, DateOnly asOf, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var month = BriefPeriod.LastEndedMonth(asOf);
        var orders = ScopesWithData.Of(home.Warehouse, month).Append(BriefScope.Ministry).Select(scope => (scope, month)).ToList();
        await using var printer = await ChromiumPrinter.StartAsync(cancel);
        var printed = await PrintBriefs.RunAsync(home.Warehouse, orders, home.Out, printer, cancel);
        return (new StepResult("briefs", orders.Count, printed.Count, clock.Elapsed), printed);
    }
}
