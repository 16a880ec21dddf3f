using System.CommandLine;
using System.Net.Sockets;
using AcikKapi.Domain;
using Npgsql;

namespace AcikKapi.Cli;

/// <summary>Runs a parsed command and turns what went wrong into a sentence and an exit code.</summary>
static class CommandLine
{
    const int Failed = 1, WrongUsage = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Log.Error(error.Message);
            Log.Error($"See ./acikkapi {parsed.CommandResult.Command.Name} --help".Replace($" {root.Name} ", " ", StringComparison.Ordinal));
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            Log.Error("Stopped. Nothing was left half done; call again to go on.");
        }
        catch (UserError error)
        {
            Log.Error(error.Message);
        }
        catch (NpgsqlException error)
        {
            Log.Error(error is PostgresException postgres
                ? $"PostgreSQL refused ({postgres.SqlState}). Is the schema current? ./acikkapi up brings it up to date."
                : "PostgreSQL cannot be reached or went away. Start it with ./acikkapi up, or check ConnectionStrings__Intake; nothing was changed.");
            Log.ToFile(error);
        }
        catch (Exception error) when (error is SocketException or HttpRequestException)
        {
            Log.Error("The intake cannot be reached or went away. Start it with ./acikkapi up, then call again.");
            Log.ToFile(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.Error(error.Message);
            Log.ToFile(error);
        }
#pragma warning disable CA1031 // the last resort: a sentence for the user, the details in the log
        catch (Exception error)
        {
            Log.Error($"An unexpected fault ({error.GetType().Name}). Yesterday's figures stand; the details are in {Log.ToFile(error)}.");
        }
#pragma warning restore CA1031
        return Failed;
    }
}
