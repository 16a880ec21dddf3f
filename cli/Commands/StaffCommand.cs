using System.CommandLine;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

static class StaffCommand
{
    public static Command Create()
    {
        var rest = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("staff",
            "Staff accounts, kept by the intake program: staff add prints the token, once.\nExample: ./acikkapi staff add --role desk --place 76") { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancel) =>
        {
            // The intake program knows its own options: the words go on in their order.
            var installation = new Installation(Home.Default);
            await installation.StartDatabaseAsync(cancel);
            Console.Write(await installation.RunIntakeProgramAsync(parsed.Tokens.Select(token => token.Value), cancel));
            return 0;
        });
        return command;
    }
}
