using System.CommandLine;
using System.Globalization;
using AcikKapi.Warehouse.Disclosure.Audit;

namespace AcikKapi.Cli.Commands;

/// <summary>What this installation promises, checked: the access log by the intake program, which has its key; the releases here.</summary>
static class AuditCommand
{
    public static Command Create() => new("audit", "Checks what this installation promises.\nExample: ./acikkapi audit disclosure")
    {
        IntakeProgramCommand.Create("access", "Who opened whose words, files and national ids: every entry and its chain; exit 1 where one was changed, removed or put in. --list prints them, --json the figures.\nExample: ./acikkapi audit access --list", ["audit", "access"]),
        Disclosure(),
    };

    static Command Disclosure()
    {
        var json = new Option<bool>("--json") { Description = "Figures as JSON" };
        var command = new Command("disclosure", "Whether a count that is not told can be computed from all that the releases of the last 13 nights tell; exit 1 where one can.\nExample: ./acikkapi audit disclosure --json") { json };
        command.SetAction((parsed, cancel) => Task.Run(() => Print(AuditDisclosure.Run(Home.Default.Warehouse, cancel), parsed.GetValue(json)), cancel));
        return command;
    }

    static int Print(IReadOnlyList<DisclosureAudit> audits, bool asJson)
    {
        if (asJson) Json.Print(audits);
        else
            foreach (var audit in audits)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{audit.Release,-9} {audit.AsOf:yyyy-MM-dd} and {audit.Nights} nights before: {audit.Cells:N0} counts, {audit.Hidden:N0} hidden, {audit.Exact:N0} found out, {audit.Narrow:N0} with fewer than four values left, {audit.Took.TotalSeconds:N1} s"));
                foreach (var cell in audit.Found) Console.WriteLine($"  {cell}");
            }
        return audits.Any(audit => audit.Exact > 0) ? 1 : 0;
    }
}
