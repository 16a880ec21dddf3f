using System.Diagnostics;

namespace AcikKapi.Tests.Support;

/// <summary>A PDF as poppler's programs see it.</summary>
public static class Pdf
{
    /// <summary>The text layer in layout order.</summary>
    public static Task<string> TextAsync(string file) => RunAsync("pdftotext", "-layout", file, "-");

    public static Task<string> InfoAsync(string file) => RunAsync("pdfinfo", file);

    /// <summary>Every font by name, with what pdffonts says under "emb".</summary>
    public static async Task<IReadOnlyList<(string Name, string Embedded)>> FontsAsync(string file) =>
        [.. (await RunAsync("pdffonts", file)).Split('\n').Skip(2).Where(line => line.Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(words => (words[0], words[^5]))];

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} exited {process.ExitCode}.");
    }
}
