using System.CommandLine;
using AcikKapi.Intake;
using AcikKapi.Intake.Access;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Open311;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

var serve = new Command("serve", "Answers HTTP on 127.0.0.1:$ACIKKAPI_PORT. Example: AcikKapi.Intake serve");
serve.SetAction((_, stop) => Run.SafelyAsync(settings => IntakeServer.RunAsync(settings, stop)));

var migrate = new Command("migrate", "Makes or updates the intake database. Example: AcikKapi.Intake migrate");
migrate.SetAction((_, stop) => Run.SafelyAsync(settings => MigrateDatabase.RunAsync(settings, stop)));

var root = new RootCommand("Açık Kapı intake: HTTP in, one application and its events out.")
{
    serve,
    migrate,
    StaffCommands.Build(),
    KeyCommands.Build(),
    AuditAccess.Build(),
};

// Run.SafelyAsync turns every failure into one sentence; the library's own handler would print a stack trace.
var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
return parsed.Errors.Count > 0 ? 2 : exitCode; // wrong usage
