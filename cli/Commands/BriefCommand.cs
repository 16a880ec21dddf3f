using System.CommandLine;
using AcikKapi.Domain;
using AcikKapi.Reports;

namespace AcikKapi.Cli.Commands;

static class BriefCommand
{
    public static Command Create()
    {
        var scope = new Option<string>("--scope") { Description = "il:76, ilce:76-1692, bakanlik, all, or stil for the style page", HelpName = "SCOPE", Required = true };
        var period = new Option<string>("--period") { Description = "2026-10, 2026-Q3, 2026-W40 or 2026", HelpName = "PERIOD" };
        var folder = new Option<string>("--out") { Description = "Folder to write to (default: out/ of the home)", HelpName = "DIR", DefaultValueFactory = _ => Home.Default.Out };
        var command = new Command("brief", "Prints briefs as PDF and HTML from the published warehouse.\nExample: ./acikkapi brief --scope il:76 --period 2026-10 --out briefs")
        {
            scope, period, folder,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(scope) == "stil") return await PrintStyleAsync(Path.GetFullPath(parsed.GetValue(folder)!), cancel);
            var paths = Home.Default.Warehouse;
            if (!File.Exists(paths.Published)) throw new UserError("Nothing has been published in this home yet. Run ./acikkapi nightly first.");
            var month = BriefPeriod.Parse(parsed.GetValue(period) ?? throw new UserError("Which period? For example --period 2026-10"));
            var scopes = parsed.GetValue(scope) == "all" ? ScopesWithData.Of(paths, month) : [BriefScope.Parse(parsed.GetValue(scope)!)];
            var target = Path.GetFullPath(parsed.GetValue(folder)!);
            await using var printer = await ChromiumPrinter.StartAsync(cancel);
            var run = await PrintBriefs.RunAsync(paths, [.. scopes.Select(s => (s, month))], target, printer, manifest: null, cancel);
            if (target == Home.Default.Out) await NoteAsync(run.Printed, cancel);
            foreach (var brief in run.Printed) Console.WriteLine(brief.Pdf);
            foreach (var failed in run.Failed) Log.Error($"{failed.Scope} {failed.Period}: {failed.Reason}");
            return run.Failed.Count == 0 ? 0 : 1;
        });
        return command;
    }

    static async Task<int> PrintStyleAsync(string folder, CancellationToken cancel)
    {
        await using var printer = await ChromiumPrinter.StartAsync(cancel);
        Console.WriteLine((await StylePage.PrintAsync(folder, printer, cancel)).Pdf);
        return 0;
    }

    static async Task NoteAsync(IReadOnlyList<PrintedBrief> printed, CancellationToken cancel)
    {
        var manifest = BriefManifest.Read(Home.Default.BriefManifest);
        foreach (var brief in printed) manifest.Note(brief);
        manifest.Write();
        await WriteIndex.RunAsync(manifest, Home.Default.Out, cancel);
    }
}
