using System.CommandLine;
using AcikKapi.Cli;
using AcikKapi.Cli.Commands;

// The command line: one file a command under Commands/. Data on stdout, log on stderr; 0 done, 1 failed, 2 wrong usage.
var root = new RootCommand("AcikKapi: from a citizen's application to the governor's brief.")
{
    DemoCommand.Create(),
    TestCommand.Create(),
    UpCommand.Create(),
    DownCommand.Create(),
    StatusCommand.Create(),
    SimulateCommand.Create(),
    ImportCommand.Create(),
    NightlyCommand.Create(),
    IngestCommand.Create(),
    LabelCommand.Create(),
    BuildCommand.Create(),
    FlagCommand.Create(),
    PublishCommand.Create(),
    ClassifyCommand.Create(),
    FlagsCommand.Create(),
    BriefCommand.Create(),
    ExportCommand.Create(),
    ExplainCommand.Create(),
    IntakeProgramCommand.Staff(),
    IntakeProgramCommand.Open311Key(),
    AuditCommand.Create(),
    BenchCommand.Create(),
};
return await CommandLine.RunAsync(root, args);
