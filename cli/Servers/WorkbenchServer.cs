using System.Globalization;

namespace AcikKapi.Cli.Servers;

/// <summary>The analysts' workbench (reports/Dashboard) of a home.</summary>
sealed class WorkbenchServer(Home home)
{
    readonly DetachedProgram program = new("AcikKapi.Dashboard", Path.Combine(home.Logs, "workbench.log"));

    public bool IsRunning => program.IsOurs(ServerState.Read(home).WorkbenchPid);

    /// <summary>Where it listens, or will: the intake, which is started first, leads browsers there.</summary>
    public Uri ChooseAddress()
    {
        var state = ServerState.Read(home);
        if (!IsRunning) (state = state with { WorkbenchPort = Ports.Wanted("ACIKKAPI_WORKBENCH_PORT", 5090), WorkbenchPid = 0 }).Write(home);
        return Address(state.WorkbenchPort);
    }

    public async Task StartAsync(Uri intake, CancellationToken cancel)
    {
        if (IsRunning) return;
        var port = ServerState.Read(home).WorkbenchPort;
        var pid = await program.StartAsync(new Dictionary<string, string>
        {
            ["ACIKKAPI_WORKBENCH_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["ACIKKAPI_KEYS"] = home.Keys,
            ["ACIKKAPI_INTAKE_URL"] = intake.ToString(),
            ["ACIKKAPI_WAREHOUSE"] = home.Warehouse.Folder,
            ["ACIKKAPI_WORKBENCH_CUTS"] = home.WorkbenchCuts,
            ["ACIKKAPI_BRIEFS"] = home.Out,
        }, cancel);
        (ServerState.Read(home) with { WorkbenchPid = pid }).Write(home);
        await program.WaitUntilReadyAsync(pid, new Uri(Address(port), "healthz"), cancel);
    }

    public Task StopAsync(CancellationToken cancel) => program.StopAsync(ServerState.Read(home).WorkbenchPid, cancel);

    public static Uri Address(int port) => new($"http://127.0.0.1:{port}/");
}
