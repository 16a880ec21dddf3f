using System.Text.Json;

namespace AcikKapi.Cli.Servers;

/// <summary>What runs in a home, kept in servers.json so that the next command finds it. Ports on 127.0.0.1; pid 0 = not started by us.</summary>
sealed record ServerState(int PostgresPort, int IntakePort, int IntakePid, int WorkbenchPort = 0, int WorkbenchPid = 0)
{
    public static ServerState Read(Home home) =>
        File.Exists(home.Servers) ? JsonSerializer.Deserialize<ServerState>(File.ReadAllText(home.Servers)) ?? Nothing : Nothing;

    public static ServerState Nothing { get; } = new(0, 0, 0);

    public void Write(Home home)
    {
        // Beside, then renamed: a command that reads meanwhile sees the old state or the new one.
        var beside = $"{home.Servers}.{Environment.ProcessId}";
        File.WriteAllText(beside, JsonSerializer.Serialize(this));
        File.Move(beside, home.Servers, overwrite: true);
    }
}
