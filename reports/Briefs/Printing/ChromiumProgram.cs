using AcikKapi.Domain;

namespace AcikKapi.Reports;

/// <summary>Where Chromium stands on this machine.</summary>
public static class ChromiumProgram
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // None of what a browser does besides printing: no updates, no telemetry, no profile of its own.
    public static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>ACIKKAPI_CHROMIUM, else the first of chromium, chromium-browser, google-chrome on PATH.</summary>
    /// <exception cref="UserError">There is none; the message names the command that installs it.</exception>
    public static string Find() => Find(
        Environment.GetEnvironmentVariable("ACIKKAPI_CHROMIUM"),
        Environment.GetEnvironmentVariable("PATH") ?? "");

    public static string Find(string? configured, string path)
    {
        if (!string.IsNullOrEmpty(configured))
            return File.Exists(configured)
                ? configured
                : throw new UserError($"ACIKKAPI_CHROMIUM gösterdiği yerde program yok: {configured}");
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
            ?? throw new UserError("PDF basmak için Chromium gerekli, bulunamadı. Kurmak için: sudo apt-get install -y chromium fonts-noto-core");
    }
}
