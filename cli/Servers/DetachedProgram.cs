using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;

namespace AcikKapi.Cli.Servers;

/// <summary>One of our programs as a process of its own, which outlives the command that started it.</summary>
/// <param name="name">The project's: AcikKapi.Intake.</param>
sealed class DetachedProgram(string name, string logFile)
{
    // artifacts/bin/AcikKapi.Intake/release beside artifacts/bin/AcikKapi.Cli/release
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", name,
        System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), $"{name}.dll"));

    /// <returns>Its pid.</returns>
    public async Task<int> StartAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        // setsid and a closed standard input: closing the terminal does not take the server along.
        var (exitCode, output) = await Shell.RunAsync("/bin/sh",
            ["-c", "setsid dotnet \"$0\" serve < /dev/null >> \"$1\" 2>&1 & echo $!", Path, logFile], environment, cancel);
        return exitCode == 0 ? int.Parse(output.Trim(), CultureInfo.InvariantCulture) : throw new UserError($"{name} could not be started: {output.Trim()}");
    }

    public async Task StopAsync(int pid, CancellationToken cancel)
    {
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

    /// <exception cref="UserError">It ended, or half a minute passed.</exception>
    public async Task WaitUntilReadyAsync(int pid, Uri address, CancellationToken cancel)
    {
        using var http = new HttpClient();
        // While sh becomes setsid and setsid dotnet, a process has no command line for a moment: only whoever lacks it for longer has ended.
        for (int tries = 0, missed = 0; tries < 300 && missed < 5; tries++)
        {
            missed = IsOurs(pid) ? 0 : missed + 1;
            try
            {
                using var answer = await http.GetAsync(address, cancel);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            await Task.Delay(100, cancel);
        }
        throw new UserError($"{name} did not become ready. Its log is {logFile}.");
    }

    // A pid may have been given to another program since: only one that runs our file is ours.
    public bool IsOurs(int pid) =>
        pid > 0 && File.Exists($"/proc/{pid}/cmdline") && File.ReadAllText($"/proc/{pid}/cmdline").Contains(Path, StringComparison.Ordinal);
}
