using System.CommandLine;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli.Commands;

static class ExportCommand
{
    public static Command Create()
    {
        var table = new Argument<string?>("table") { Description = "A published table, e.g. pub_types", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = string.Join(", ", ExportTable.Formats), DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong([.. ExportTable.Formats]);
        var file = new Option<string>("--out") { Description = "File to write", HelpName = "FILE" };
        var ministry = new Option<bool>("--ministry") { Description = "From the ministry's file; it never goes to provinces" };
        var comma = new Option<bool>("--decimal-comma") { Description = "CSV with decimal commas, parted by ;" };
        var lake = new Option<string?>("--lake") { Description = "Instead of a table: the star as partitioned Parquet, coarsened, without pseudonyms", HelpName = "DIR" };
        var isInternal = new Option<bool>("--internal") { Description = "With --lake: exact, the owner's alone, noted in kept/exports.log" };
        var command = new Command("export", "Writes a published, suppressed table to a file.\nExample: ./acikkapi export pub_types --format csv --out types.csv")
        {
            table, format, file, ministry, comma, lake, isInternal,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(lake) is null && (given.GetValue(table) is null || given.GetValue(file) is null)) given.AddError("Name a table and --out FILE, or --lake DIR.");
            if (given.GetValue(isInternal) && given.GetValue(lake) is null) given.AddError("--internal goes with --lake.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(lake) is { } folder)
            {
                var written = await Task.Run(() => ExportLake.Run(Home.Default.Warehouse, Path.GetFullPath(folder), parsed.GetValue(isInternal), cancel), cancel);
                Log.Info($"{written.RowsOut} rows written to {folder}");
                return 0;
            }
            var step = await ExportTable.RunAsync(Home.Default.Warehouse, parsed.GetValue(table)!, parsed.GetValue(format)!,
                Path.GetFullPath(parsed.GetValue(file)!), parsed.GetValue(ministry), parsed.GetValue(comma), cancel);
            Log.Info($"{step.RowsOut} rows written");
            return 0;
        });
        return command;
    }
}
