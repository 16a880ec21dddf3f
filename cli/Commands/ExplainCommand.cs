using System.CommandLine;
using AcikKapi.Warehouse;

namespace AcikKapi.Cli.Commands;

static class ExplainCommand
{
    public static Command Create()
    {
        var asked = new Argument<string>("table") { Description = "A table, or a column of it: pub_types, mart_types.received" };
        var json = new Option<bool>("--json") { Description = "As JSON" };
        var command = new Command("explain", "Where a published number comes from: mart, model file, landed rows, snapshot.\nExample: ./acikkapi explain pub_types.received") { asked, json };
        command.SetAction(parsed =>
        {
            var explanation = Explain.Run(Home.Default.Warehouse, parsed.GetValue(asked)!);
            if (parsed.GetValue(json)) Json.Print(explanation);
            else
            {
                Console.WriteLine($"data of {explanation.DataDate}, snapshot {explanation.SnapshotId}");
                Print(explanation.Origin, depth: 0);
            }
            return 0;
        });
        return command;
    }

    static void Print(Origin origin, int depth)
    {
        var indent = new string(' ', depth * 2);
        Console.WriteLine($"{indent}{origin.Table}  {origin.File}{(origin.Grain is null ? "" : $"  ({origin.Grain})")}");
        if (origin.Snapshot is not null) Console.WriteLine($"{indent}    {origin.Snapshot}");
        foreach (var line in origin.Lines) Console.WriteLine($"{indent}    {line}");
        foreach (var read in origin.Reads) Print(read, depth + 1);
    }
}
