using System.CommandLine;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli.Commands;

static class ExportCommand
{
    public static Command Create()
    {
        var table = new Argument<string>("table") { Description = "A published table, e.g. pub_types" };
        var format = new Option<string>("--format") { Description = string.Join(", ", ExportTable.Formats), DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong([.. ExportTable.Formats]);
        var file = new Option<string>("--out") { Description = "File to write", HelpName = "FILE", Required = true };
        var ministry = new Option<bool>("--ministry") { Description = "From the ministry's file; it never goes to provinces" };
        var command = new Command("export", "Writes a published, suppressed table to a file.\nExample: ./acikkapi export pub_types --format csv --out types.csv")
        {
            table, format, file, ministry,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var step = await ExportTable.RunAsync(Home.Default.Warehouse, parsed.GetValue(table)!, parsed.GetValue(format)!,
                Path.GetFullPath(parsed.GetValue(file)!), parsed.GetValue(ministry), cancel);
            Log.Info($"{step.RowsOut} rows written");
            return 0;
        });
        return command;
    }
}
