using System.CommandLine;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

/// <summary>What the intake program does itself, with the database of this home: its words go on as they are.</summary>
static class IntakeProgramCommand
{
    public static Command Staff() => Create("staff",
        "Staff accounts, kept by the intake program: staff add prints the token, once.\nExample: ./acikkapi staff add --role desk --place 76");

    public static Command Open311Key() => Create("open311-key",
        "Keys of programs that file through Open311: open311-key add prints the key, once.\nExample: ./acikkapi open311-key add --name 'Iğdır Cepte' --place 76");

    static Command Create(string name, string description)
    {
        var rest = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(name, description) { rest };
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
