using System.CommandLine;
using AcikKapi.Domain.Calendar;

namespace AcikKapi.Cli;

/// <summary>The options that demo and simulate share.</summary>
static class StoryOptions
{
    public static Option<string> Scale()
    {
        var scale = new Option<string>("--scale") { Description = "province (one and its neighbours) or national", DefaultValueFactory = _ => "province" };
        scale.AcceptOnlyFromAmong("province", "national");
        return scale;
    }

    public static Option<int> Seed() => new("--seed") { Description = "The same seed gives the same rows", HelpName = "S", DefaultValueFactory = _ => 1 };

    public static Option<DateOnly> Until() => new("--until")
    {
        Description = "The story's last day (default: yesterday)",
        HelpName = "DATE",
        DefaultValueFactory = _ => IstanbulTime.DayOf(DateTimeOffset.UtcNow).AddDays(-1),
        CustomParser = AsOf.Parse,
    };
}
