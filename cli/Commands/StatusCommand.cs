using System.CommandLine;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

static class StatusCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Everything as JSON, connection string included" };
        var command = new Command("status", "What runs where: URLs, ports, pids, files.\nExample: ./acikkapi status --json") { json };
        command.SetAction((parsed, cancel) => PrintAsync(parsed.GetValue(json), cancel));
        return command;
    }

    public static async Task<int> PrintAsync(bool json, CancellationToken cancel)
    {
        var rows = new List<HomeStatus>();
        foreach (var home in Homes.WithServers) rows.Add(await HomeStatus.OfAsync(new Installation(home), cancel));
        if (json)
        {
            Json.Print(rows);
            return 0;
        }
        if (rows.Count == 0) Console.WriteLine("Nothing has been made in this home yet. Start with ./acikkapi up or ./acikkapi demo.");
        foreach (var row in rows)
        {
            Console.WriteLine(row.Home);
            Console.WriteLine($"  PostgreSQL  {(!row.PostgresRunning ? "stopped" : row.PostgresPort is { } port ? $"127.0.0.1:{port}" : "as ConnectionStrings__Intake names it")}");
            Console.WriteLine($"  Intake      {(row.IntakeRunning ? $"{row.IntakeUrl} (pid {row.IntakePid})" : "stopped")}");
            Console.WriteLine($"  Workbench   {(row.WorkbenchRunning ? $"{row.WorkbenchUrl} (pid {row.WorkbenchPid})" : "stopped")}");
            Console.WriteLine($"  SMS gateway {(row.SmsUrl is null ? "stopped" : $"{row.SmsUrl} (pids {string.Join(", ", row.SmsPids)})")}");
            Console.WriteLine($"  Published   {row.Published ?? "none yet"}");
            Console.WriteLine($"  Briefs      {row.Out}");
        }
        return 0;
    }
}

/// <summary>One home's servers and files; what is absent is null.</summary>
sealed record HomeStatus(string Home, bool PostgresRunning, int? PostgresPort, string? ConnectionString, bool IntakeRunning,
    string? IntakeUrl, int? IntakePort, int? IntakePid, bool WorkbenchRunning, string? WorkbenchUrl, int? WorkbenchPort, int? WorkbenchPid, string? SmsUrl, IReadOnlyList<int> SmsPids, string? Warehouse, string? Published, string? Ministry, string Out, string Logs, string Keys)
{
    public static async Task<HomeStatus> OfAsync(Installation installation, CancellationToken cancel)
    {
        var (home, state) = (installation.Home, installation.State);
        var postgres = await installation.IsDatabaseRunningAsync(cancel);
        var intake = installation.IsIntakeRunning;
        var workbench = installation.IsWorkbenchRunning;
        return new HomeStatus(home.Folder,
            postgres, postgres && state.PostgresPort > 0 ? state.PostgresPort : null, postgres ? installation.Owner : null,
            intake, intake ? installation.Intake.ToString() : null, intake ? state.IntakePort : null, intake ? state.IntakePid : null,
            workbench, workbench ? installation.Workbench.ToString() : null, workbench ? state.WorkbenchPort : null, workbench ? state.WorkbenchPid : null,
            installation.SmsGateway?.ToString(), installation.SmsPids,
            IfThere(home.Warehouse.Warehouse), IfThere(home.Warehouse.Published), IfThere(home.Warehouse.Ministry),
            home.Out, home.Logs, home.Keys);
    }

    static string? IfThere(string file) => File.Exists(file) ? file : null;
}
