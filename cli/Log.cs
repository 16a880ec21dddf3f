using System.Globalization;
using Spectre.Console;

namespace AcikKapi.Cli;

/// <summary>The log goes to stderr; stdout is for data.</summary>
static class Log
{
    public static IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    public static void Info(string line) => System.Console.Error.WriteLine(line);

    public static void Error(string line) => System.Console.Error.WriteLine($"acikkapi: {line}");

    /// <summary>Keeps an exception for whoever looks after the machine. It may not hold personal data: SQL values are never part of our messages.</summary>
    public static string ToFile(Exception error)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home.Default.Folder, "logs")).FullName;
        var file = Path.Combine(folder, "faults.log");
        File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:O} {error}\n\n"));
        return file;
    }
}
