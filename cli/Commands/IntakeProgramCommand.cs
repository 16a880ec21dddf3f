using System.CommandLine;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

/// <summary>What the intake program does itself, with the database of this home: its words go on as they are.</summary>
static class IntakeProgramCommand
{
    public static Command Staff() => Create("staff",
        "Staff accounts, kept by the intake program: staff add | enrol | disable | list. add prints a program's token or, with --sign-in, a person's enrolment code, once.\nExample: ./acikkapi staff add --role desk --place 76 --sign-in ayse.demir --full-name 'Ayşe Demir'");

    public static Command Open311Key() => Create("open311-key",
        "Keys of programs that file through Open311: open311-key add prints the key, once.\nExample: ./acikkapi open311-key add --name 'Iğdır Cepte' --place 76");

    /// <param name="under">What the intake program calls it; its name here where not given.</param>
    public static Command Create(string name, string description, string[]? under = null)
    {
        var rest = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(name, description) { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancel) =>
        {
            // The intake program knows its own options: the words go on in their order.
            var installation = new Installation(Home.Default);
            await installation.StartDatabaseAsync(cancel);
            Console.Write(await installation.RunIntakeProgramAsync([.. under ?? [name], .. parsed.Tokens.Select(token => token.Value).SkipWhile(token => token != name).Skip(1)], cancel));
            return 0;
        });
        return command;
    }
}
