using System.CommandLine;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

static class DownCommand
{
    public static Command Create()
    {
        var command = new Command("down", "Stops everything this home and its demo started; the data stays.\nExample: ./acikkapi down");
        command.SetAction(async (_, cancel) =>
        {
            foreach (var home in Homes.WithServers) await new Installation(home).StopAsync(cancel);
            Log.Info("Everything is stopped; the data stays.");
            return 0;
        });
        return command;
    }
}
