using System.CommandLine;
using AcikKapi.Domain;
using AcikKapi.Reports;

namespace AcikKapi.Cli.Commands;

static class BriefCommand
{
    public static Command Create()
    {
        var scope = new Option<string>("--scope") { Description = "il:76, ilce:76-1692, bakanlik or all", HelpName = "SCOPE", Required = true };
        var period = new Option<string>("--period") { Description = "2026-10, 2026-Q3, 2026-W40 or 2026", HelpName = "PERIOD", Required = true };
        var folder = new Option<string>("--out") { Description = "Folder to write to (default: out/ of the home)", HelpName = "DIR", DefaultValueFactory = _ => Home.Default.Out };
        var command = new Command("brief", "Prints briefs as PDF and HTML from the published warehouse.\nExample: ./acikkapi brief --scope il:76 --period 2026-10 --out briefs")
        {
            scope, period, folder,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var paths = Home.Default.Warehouse;
            if (!File.Exists(paths.Published)) throw new UserError("Nothing has been published in this home yet. Run ./acikkapi nightly first.");
            var month = BriefPeriod.Parse(parsed.GetValue(period)!);
            var scopes = parsed.GetValue(scope) == "all" ? [.. ScopesWithData.Of(paths, month), BriefScope.Ministry] : new[] { BriefScope.Parse(parsed.GetValue(scope)!) };
            await using var printer = await ChromiumPrinter.StartAsync(cancel);
            var printed = await PrintBriefs.RunAsync(paths, scopes.Select(s => (s, month)).ToList(), Path.GetFullPath(parsed.GetValue(folder)!), printer, cancel);
            foreach (var brief in printed) Console.WriteLine(brief.Pdf);
            return 0;
        });
        return command;
    }
}
