using System.CommandLine;
using System.Globalization;
using AcikKapi.Cli.Servers;
using AcikKapi.Simulator;

namespace AcikKapi.Cli.Commands;

static class SimulateCommand
{
    public static Command Create()
    {
        var years = new Option<int>("--years") { Description = "Years of history", HelpName = "Y", DefaultValueFactory = _ => 4 };
        var applications = new Option<int>("--applications") { Description = "How many", HelpName = "N", DefaultValueFactory = _ => 200_000 };
        var (scale, seed, until) = (StoryOptions.Scale(), StoryOptions.Seed(), StoryOptions.Until());
        var command = new Command("simulate",
            "Writes simulated history into this home's database; refused where posted or imported rows are.\nExample: ./acikkapi simulate --scale national --years 5 --applications 1000000 --seed 1")
        {
            scale, years, applications, seed, until,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var installation = new Installation(Home.Default);
            await installation.StartDatabaseAsync(cancel);
            var plan = StoryPlan.For(parsed.GetValue(scale) == "national" ? StoryScale.National : StoryScale.Province, 76,
                parsed.GetValue(years), parsed.GetValue(applications), posted: 0, parsed.GetValue(seed), parsed.GetValue(until));
            await using var owner = installation.OpenAsOwner();
            var result = await Progress.RunAsync("history", plan.History.Applications, progress =>
                SimulateHistory.RunAsync(plan.History, owner, installation.Home.Keys, progress, cancel));
            Log.Info(string.Create(CultureInfo.InvariantCulture,
                $"{result.Applications:N0} applications with {result.Events:N0} events written in {result.Took.TotalSeconds:N1} s"));
            return 0;
        });
        return command;
    }
}
