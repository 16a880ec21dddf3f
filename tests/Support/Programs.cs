using System.Diagnostics;

namespace AcikKapi.Tests.Support;

public sealed record ProgramResult(int ExitCode, string Output, string Errors);

/// <summary>Starts the true binaries, as the launcher does.</summary>
public static class Programs
{
    /// <summary>artifacts/bin/PROJECT/CONFIGURATION/PROJECT.dll, beside the tests' own folder.</summary>
    public static string PathOf(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"{project}.dll");
    }

    public static Process Start(string project, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf(project), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs to the end; throws with the program's own words unless it exits 0.</summary>
    public static async Task<ProgramResult> RunAsync(string project, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var result = await TryRunAsync(project, arguments, environment);
        return result.ExitCode == 0
            ? result
            : throw new InvalidOperationException($"{project} exited {result.ExitCode}: {result.Errors}{result.Output}");
    }

    public static async Task<ProgramResult> TryRunAsync(string project, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        using var process = Start(project, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, await output, await errors);
    }
}
