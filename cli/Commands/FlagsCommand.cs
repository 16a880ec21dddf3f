using System.CommandLine;
using AcikKapi.Analytics.Detection;
using AcikKapi.Domain;

namespace AcikKapi.Cli.Commands;

/// <summary>The exact flags of a night, for those who may read the warehouse file.</summary>
static class FlagsCommand
{
    public static Command Create()
    {
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The night to show (default: the last one)",
            HelpName = "DATE",
            CustomParser = argument => AsOf.Parse(argument),
        };
        var format = new Option<string>("--format") { Description = "csv, json or table", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("csv", "json", "table");
        var command = new Command("flags", "What was flagged in a night.\nExample: ./acikkapi flags --format csv") { asOf, format };
        command.SetAction(parsed =>
        {
            var flags = ReadFlags.Run(Home.Default.Warehouse, parsed.GetValue(asOf));
            FlagPrinter.Print(flags, parsed.GetValue(format)!);
            return 0;
        });
        return command;
    }
}
