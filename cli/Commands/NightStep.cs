using System.CommandLine;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

/// <summary>What nightly and its steps have in common: --as-of, --force, one night at a time in a home.</summary>
static class NightStep
{
    public static Command Create(string name, string description, Func<Night, CancellationToken, Task> run)
    {
        var asOf = AsOf.Option();
        var force = new Option<bool>("--force") { Description = "Replace a newer published day by an older one" };
        var command = new Command(name, $"{description}\nExample: ./acikkapi {name} --as-of 2026-10-31") { asOf, force };
        command.SetAction(async (parsed, cancel) =>
        {
            var installation = new Installation(Home.Default);
            using var alone = NightLock.Take(installation.Home);
            await run(new Night(installation, parsed.GetValue(asOf), parsed.GetValue(force)), cancel);
            return 0;
        });
        return command;
    }
}
