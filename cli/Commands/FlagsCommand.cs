using System.CommandLine;
using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Evidence;
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
        var ledger = new Option<bool>("--ledger") { Description = "What was flagged over the nights up to it: new, continuing, ended" };
        var command = new Command("flags", "What was flagged in a night.\nExample: ./acikkapi flags --format csv\nExample: ./acikkapi flags --ledger") { asOf, format, ledger };
        command.SetAction(parsed =>
        {
            var (paths, night, form) = (Home.Default.Warehouse, parsed.GetValue(asOf), parsed.GetValue(format)!);
            if (parsed.GetValue(ledger)) FlagPrinter.Print(ReadLedger.Run(paths, night), form);
            else FlagPrinter.Print(ReadFlags.Run(paths, night), form);
            return 0;
        });
        return command;
    }
}
