using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;

namespace AcikKapi.Cli.Servers;

/// <summary>The intake program (intake-api/Intake) as a process of its own, which outlives the command that started it.</summary>
sealed class IntakeServer(Home home)
{
    const string Name = "AcikKapi.Intake";

    // artifacts/bin/AcikKapi.Intake/release beside artifacts/bin/AcikKapi.Cli/release
    static readonly string Program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", Name,
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), $"{Name}.dll"));

    string LogFile => Path.Combine(home.Logs, "intake.log");

    public bool IsRunning => IsOurs(ServerState.Read(home).IntakePid);

    /// <param name="sms">The gateway's address; null: messages wait.</param>
    public async Task StartAsync(string connection, string? sms, CancellationToken cancel)
    {
        if (IsRunning) return;
        var port = Ports.Wanted("ACIKKAPI_PORT", 5080);
        var environment = Environment(connection);
        if (sms is not null) environment["ACIKKAPI_SMS_URL"] = sms;
        environment["ACIKKAPI_PORT"] = port.ToString(CultureInfo.InvariantCulture);

        // setsid and a closed standard input: closing the terminal does not take the server along.
        var (exitCode, output) = await Shell.RunAsync("/bin/sh",
            ["-c", "setsid dotnet \"$0\" serve < /dev/null >> \"$1\" 2>&1 & echo $!", Program, LogFile], environment, cancel);
        if (exitCode != 0) throw new UserError($"The intake could not be started: {output.Trim()}");
        var pid = int.Parse(output.Trim(), CultureInfo.InvariantCulture);
        (ServerState.Read(home) with { IntakePort = port, IntakePid = pid }).Write(home);
        await WaitUntilReadyAsync(port, pid, cancel);
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        var pid = ServerState.Read(home).IntakePid;
        if (!IsOurs(pid)) return;
        using var process = Process.GetProcessById(pid);
        await Shell.RunAsync("kill", ["-TERM", pid.ToString(CultureInfo.InvariantCulture)], cancel: cancel);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            process.Kill();
        }
    }

    /// <summary>Runs one of the program's commands to its end; a failure's own sentence becomes ours.</summary>
    public async Task<string> RunProgramAsync(IEnumerable<string> arguments, string connection, CancellationToken cancel)
    {
        var (exitCode, output) = await Shell.RunAsync("dotnet", [Program, .. arguments], Environment(connection), cancel);
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

    async Task WaitUntilReadyAsync(int port, int pid, CancellationToken cancel)
    {
        using var http = new HttpClient();
        for (var tries = 0; tries < 300 && IsOurs(pid); tries++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"), cancel);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            await Task.Delay(100, cancel);
        }
        throw new UserError($"The intake did not become ready. Its log is {LogFile}.");
    }

    // A pid may have been given to another program since: only one that runs our file is ours.
    static bool IsOurs(int pid) =>
        pid > 0 && File.Exists($"/proc/{pid}/cmdline") && File.ReadAllText($"/proc/{pid}/cmdline").Contains(Program, StringComparison.Ordinal);
}
