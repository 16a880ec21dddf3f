using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AcikKapi.Domain.Calendar;

namespace AcikKapi.Cli;

/// <summary>--as-of DATE: what was known at the end of that local day.</summary>
static class AsOf
{
    // A run after midnight closes the day before; a run by day shows the day so far.
    static readonly TimeSpan NightEnds = TimeSpan.FromHours(6);

    public static Option<DateOnly> Option() => new("--as-of")
    {
        Description = "Local day whose end counts (default: today, before 06:00 yesterday)",
        HelpName = "DATE",
        DefaultValueFactory = _ => IstanbulTime.DayOf(DateTimeOffset.UtcNow - NightEnds),
        CustomParser = Parse,
    };

    public static DateOnly Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        argument.AddError($"'{text}' is no date; write it as 2026-10-31.");
        return default;
    }
}
