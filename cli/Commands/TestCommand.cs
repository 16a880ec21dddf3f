using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Cli.Commands;

/// <summary>The tests, on a private PostgreSQL of their own that is started before and stopped after.</summary>
static class TestCommand
{
    public static Command Create()
    {
        var slow = new Option<bool>("--slow") { Description = "Also what takes over 30 seconds" };
        var faults = new Option<bool>("--faults") { Description = "Also what breaks things on purpose" };
        var oracles = new Option<bool>("--oracles") { Description = "Also comparisons with reference programs (R, scikit-learn, fastText) where installed" };
        var only = new Option<string?>("--only") { Description = "Only test classes of this name; * stands for anything", HelpName = "CLASS" };
        var command = new Command("test", "Runs the tests against real components.\nExample: ./acikkapi test --only '*Detection*'") { slow, faults, oracles, only };
        command.SetAction(async (parsed, cancel) => await RunAsync(
            new()
            {
                ["ACIKKAPI_SLOW"] = Flag(parsed.GetValue(slow)),
                ["ACIKKAPI_FAULTS"] = Flag(parsed.GetValue(faults)),
                ["ACIKKAPI_ORACLES"] = Flag(parsed.GetValue(oracles)),
            },
            parsed.GetValue(only), cancel));
        return command;
    }

    static string Flag(bool on) => on ? "1" : "0";

    static async Task<int> RunAsync(Dictionary<string, string> environment, string? only, CancellationToken cancel)
    {
        var home = Home.Default.Tests;
        var installation = new Installation(home);
        await installation.StartDatabaseAsync(cancel);
        try
        {
            var result = Path.Combine(home.Folder, "result.xml");
            var faultReport = Path.Combine(home.Folder, "faults.txt");
            File.Delete(result);
            File.Delete(faultReport);
            var start = new ProcessStartInfo("dotnet", [TestProgram(), "-noLogo", "-noColor", "-result-xml", result, .. only is null ? Array.Empty<string>() : ["-class", only]]);
            foreach (var (name, value) in environment) start.Environment[name] = value;
            start.Environment["ACIKKAPI_TEST_POSTGRES"] = installation.Owner;
            start.Environment.TryAdd("ACIKKAPI_TEST_DATA", Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data")));
            start.Environment["ACIKKAPI_FAULT_REPORT"] = faultReport;
            start.Environment.Remove("ACIKKAPI_HOME"); // each test makes a home of its own
            using var process = Process.Start(start) ?? throw new IOException("The tests could not be started.");
            await process.WaitForExitAsync(cancel);
            PrintFaults(faultReport);
            var failed = PrintTotals(result);
            return process.ExitCode == 0 && failed == 0 ? 0 : 1;
        }
        finally
        {
            await installation.StopAsync(CancellationToken.None);
        }
    }

    static void PrintFaults(string report)
    {
        if (!File.Exists(report)) return; // nothing was broken on purpose
        Console.WriteLine("Faults");
        foreach (var line in File.ReadLines(report).Order(StringComparer.Ordinal)) Console.WriteLine($"  {line}");
    }

    static int PrintTotals(string result)
    {
        if (!File.Exists(result))
        {
            Console.WriteLine("0 passed, 1 failed, 0 skipped"); // the test program itself broke
            return 1;
        }
        var assemblies = XDocument.Load(result).Root!.Elements("assembly").ToList();
        int Total(string name) => assemblies.Sum(a => int.Parse(a.Attribute(name)!.Value, CultureInfo.InvariantCulture));
        var failed = Total("failed") + Total("errors");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Total("passed")} passed, {failed} failed, {Total("skipped")} skipped"));
        return failed;
    }

    static string Root() => Environment.GetEnvironmentVariable("ACIKKAPI_ROOT") ?? ".";

    static string TestProgram()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        return Path.Combine(own.Parent!.Parent!.FullName, "AcikKapi.Tests", own.Name, "AcikKapi.Tests.dll");
    }
}
