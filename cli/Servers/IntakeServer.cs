using System.Globalization;
using AcikKapi.Domain;

namespace AcikKapi.Cli.Servers;

/// <summary>The intake program (intake-api/Intake) of a home.</summary>
sealed class IntakeServer(Home home)
{
    readonly DetachedProgram program = new("AcikKapi.Intake", Path.Combine(home.Logs, "intake.log"));

    public bool IsRunning => program.IsOurs(ServerState.Read(home).IntakePid);

    /// <param name="sms">The gateway's address; null: messages wait.</param>
    /// <param name="workbench">Where browsers that ask for the workbench are sent; null: nowhere.</param>
    public async Task StartAsync(string connection, string? sms, Uri? workbench, CancellationToken cancel)
    {
        if (IsRunning) return;
        var port = Ports.Wanted("ACIKKAPI_PORT", 5080);
        var environment = Environment(connection);
        if (sms is not null) environment["ACIKKAPI_SMS_URL"] = sms;
        if (workbench is not null) environment["ACIKKAPI_WORKBENCH_URL"] = workbench.ToString();
        environment["ACIKKAPI_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var pid = await program.StartAsync(environment, cancel);
        (ServerState.Read(home) with { IntakePort = port, IntakePid = pid }).Write(home);
        await program.WaitUntilReadyAsync(pid, new Uri($"http://127.0.0.1:{port}/readyz"), cancel);
    }

    public Task StopAsync(CancellationToken cancel) => program.StopAsync(ServerState.Read(home).IntakePid, cancel);

    /// <summary>Runs one of the program's commands to its end; a failure's own sentence becomes ours.</summary>
    public async Task<string> RunProgramAsync(IEnumerable<string> arguments, string connection, CancellationToken cancel)
    {
        var (exitCode, output) = await Shell.RunAsync("dotnet", [program.Path, .. arguments], Environment(connection), cancel);
        return exitCode == 0 ? output : throw new UserError(output.Trim());
    }

    Dictionary<string, string> Environment(string connection) => new()
    {
        ["ConnectionStrings__Intake"] = connection,
        ["ACIKKAPI_KEYS"] = home.Keys,
        ["ACIKKAPI_TYPE_MODEL"] = home.Warehouse.TypeModel,
        // Sample citizens sleep at no hour.
        ["ACIKKAPI_SMS_QUIET_HOURS"] = System.Environment.GetEnvironmentVariable("ACIKKAPI_SMS_QUIET_HOURS") ?? (home.IsDemo ? "off" : "on"),
        ["ACIKKAPI_DEMO"] = home.IsDemo ? "1" : "0",
        ["ACIKKAPI_RATE_LIMIT"] = System.Environment.GetEnvironmentVariable("ACIKKAPI_RATE_LIMIT") ?? (home.IsDemo ? "0" : "60"),
    };
}
