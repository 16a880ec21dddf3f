using System.CommandLine;

namespace AcikKapi.Cli.Commands;

/// <summary>What this installation promises, checked: the access log by the intake program, which has its key.</summary>
static class AuditCommand
{
    public static Command Create() => new("audit", "Checks what this installation promises.\nExample: ./acikkapi audit access")
    {
        IntakeProgramCommand.Create("access", "Who opened whose words, files and national ids: every entry and its chain; exit 1 where one was changed, removed or put in. --list prints them, --json the figures.\nExample: ./acikkapi audit access --list", ["audit", "access"]),
    };
}
