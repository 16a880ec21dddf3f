using System.Net.Sockets;
using AcikKapi.Domain;
using Npgsql;

namespace AcikKapi.Intake;

/// <summary>Runs one command: exit 0 when done, 1 with one clear sentence on stderr when not, never a stack trace.</summary>
public static class Run
{
    public static async Task<int> SafelyAsync(Func<IntakeSettings, Task> command)
    {
        try
        {
            await command(IntakeSettings.FromEnvironment());
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
        }
        catch (UserError error)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }
        catch (PostgresException error)
        {
            await Console.Error.WriteLineAsync($"PostgreSQL refused ({error.SqlState}): {error.MessageText}.");
        }
        catch (Exception error) when (error is NpgsqlException or SocketException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"PostgreSQL cannot be reached: {error.InnerException?.Message ?? error.Message}. Is the server of ConnectionStrings__Intake running?");
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }
        return 1;
    }
}
