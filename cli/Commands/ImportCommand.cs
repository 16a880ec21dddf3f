using System.CommandLine;
using System.Globalization;
using AcikKapi.Cli.Servers;
using AcikKapi.Ingest.Import;

namespace AcikKapi.Cli.Commands;

static class ImportCommand
{
    public static Command Create()
    {
        var units = new Option<string?>("--units") { Description = "Units, a CSV file", HelpName = "U.csv" };
        var applications = new Option<string>("--applications") { Description = "Applications, a CSV file", HelpName = "A.csv", Required = true };
        var events = new Option<string?>("--events") { Description = "Events; where an application has any they win over its stage columns", HelpName = "E.csv" };
        var map = new Option<string?>("--map") { Description = "Foreign column names, codes, times and encoding, as JSON (docs/operations.md)", HelpName = "MAP.json" };
        var rejected = new Option<string?>("--rejects") { Description = "Where rows that were not loaded are listed (default: out/rejects.csv of the home)", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "The counts as JSON" };
        var command = new Command("import", "History from elsewhere into the intake database; loading the same file twice changes nothing.\n"
            + "Example: ./acikkapi import --units units.csv --applications applications.csv --events events.csv") { units, applications, events, map, rejected, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var installation = new Installation(Home.Default);
            var mapping = parsed.GetValue(map) is { } file ? ImportMap.Read(file) : ImportMap.None;
            await installation.StartDatabaseAsync(cancel);
            await using var owner = installation.OpenAsOwner();
            var list = parsed.GetValue(rejected) ?? Path.Combine(installation.Home.Folder, "out", "rejects.csv");
            using var rejects = new Rejects(list);
            var result = await ImportHistory.RunAsync(owner, parsed.GetValue(units), parsed.GetValue(applications)!, parsed.GetValue(events), mapping, rejects, cancel);
            if (parsed.GetValue(json)) Json.Print(result);
            else foreach (var (name, counts) in new[] { ("units", result.Units), ("applications", result.Applications), ("events", result.Events) }) Console.WriteLine(Line(name, counts));
            if (rejects.Rows > 0) Log.Info(string.Create(CultureInfo.InvariantCulture, $"{rejects.Rows:N0} rows were not loaded; why stands in {list}"));
            if (result.TextsLeftOut > 0) Log.Info(string.Create(CultureInfo.InvariantCulture, $"the texts of {result.TextsLeftOut:N0} tip-offs were left out: they may not lie open"));
            Log.Info(string.Create(CultureInfo.InvariantCulture, $"imported in {result.Took.TotalSeconds:N1} s"));
            return 0;
        });
        return command;
    }

    static string Line(string name, Imported c) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-12} {c.Read,9} read {c.New,9} loaded {c.Corrected,9} corrected {c.Unchanged,9} unchanged {c.Rejected,9} rejected");
}
