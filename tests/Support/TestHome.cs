using System.Text.Json;

namespace AcikKapi.Tests.Support;

/// <summary>A fresh ACIKKAPI_HOME, commands run in it by the true command line, everything stopped and removed at the end.</summary>
public sealed class TestHome : IAsyncDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("acikkapi-home-").FullName;

    public TestHome() =>
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute); // PostgreSQL's user enters

    Dictionary<string, string> Environment => new() { ["ACIKKAPI_HOME"] = Folder, ["ACIKKAPI_PORT"] = "0", ["ACIKKAPI_RATE_LIMIT"] = "0" };

    /// <summary>Runs a command; throws with its own words unless it exits 0.</summary>
    public Task<ProgramResult> RunAsync(params string[] arguments) => Programs.RunAsync("AcikKapi.Cli", arguments, Environment);

    public Task<ProgramResult> TryRunAsync(params string[] arguments) => Programs.TryRunAsync("AcikKapi.Cli", arguments, Environment);

    /// <summary>Starts a command and leaves it running.</summary>
    public System.Diagnostics.Process Start(params string[] arguments) => Programs.Start("AcikKapi.Cli", arguments, Environment);

    /// <summary>Where the intake of this home listens, from status --json.</summary>
    public async Task<Uri> IntakeAsync()
    {
        using var status = JsonDocument.Parse((await RunAsync("status", "--json")).Output);
        return new Uri(status.RootElement[0].GetProperty("intakeUrl").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        await TryRunAsync("down");
        Directory.Delete(Folder, recursive: true);
    }
}
