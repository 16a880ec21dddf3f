using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using AcikKapi.Cli.Demo;

namespace AcikKapi.Cli.Commands;

/// <summary>Everything on one machine, from nothing to briefs, in the demo's own home.</summary>
static class DemoCommand
{
    public static Command Create()
    {
        var applications = new Option<int>("--applications") { Description = "Citizens who apply over HTTP", HelpName = "N", DefaultValueFactory = _ => 5_000 };
        var history = new Option<int>("--history") { Description = "Applications of the years before, written by COPY", HelpName = "N", DefaultValueFactory = _ => 200_000 };
        var scale = StoryOptions.Scale();
        var seed = StoryOptions.Seed();
        var until = StoryOptions.Until();
        var command = new Command("demo", "The whole main job on one machine: servers, a simulated story, the night, the briefs.\nExample: ./acikkapi demo --seed 7")
        {
            applications, history, scale, seed, until,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var clock = Stopwatch.StartNew();
            var story = new Story(parsed.GetValue(scale)!, Years: 4, parsed.GetValue(history), parsed.GetValue(applications), parsed.GetValue(seed), parsed.GetValue(until));
            var telling = new TellStory(Home.Default.Demo);
            await telling.RunAsync(story, cancel);
            telling.PrintPlaces(story.Until);
            Log.Info(string.Create(CultureInfo.InvariantCulture, $"demo     {clock.Elapsed.TotalSeconds:N1} s in all"));
            return 0;
        });
        return command;
    }
}
