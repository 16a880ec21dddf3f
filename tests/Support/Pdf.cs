using System.Diagnostics;

namespace AcikKapi.Tests.Support;

/// <summary>A PDF as poppler's programs see it.</summary>
public static class Pdf
{
    /// <summary>The text layer in layout order.</summary>
    public static Task<string> TextAsync(string file) => RunAsync("pdftotext", "-layout", file, "-");

    public static Task<string> InfoAsync(string file) => RunAsync("pdfinfo", file);

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} exited {process.ExitCode}.");
    }
}
