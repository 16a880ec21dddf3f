using System.CommandLine;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

static class UpCommand
{
    public static Command Create()
    {
        var command = new Command("up", "Starts the private PostgreSQL, the SMS gateway, the intake and the workbench of this home.\nExample: ./acikkapi up");
        command.SetAction(async (_, cancel) =>
        {
            await new Installation(Home.Default).StartAsync(cancel);
            return await StatusCommand.PrintAsync(json: false, cancel);
        });
        return command;
    }
}
