using System.Diagnostics;
using Xunit;

namespace AcikKapi.Tests.Support;

/// <summary>Reference programs in R, of the suite --oracles; skipped with the reason where R or a package is missing.</summary>
static class RScript
{
    /// <summary>What the script printed, a line each.</summary>
    /// <param name="script">Below tests/.</param>
    /// <param name="package">As R names it; Debian has it as r-cran-….</param>
    public static string[] Lines(string script, string package, params string[] arguments)
    {
        Suites.SkipUnlessOracles();
        Process? r;
        try
        {
            r = Process.Start(new ProcessStartInfo("Rscript", [Path.Combine(Repository.Root, "tests", script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            r = null;
        }

        Assert.SkipWhen(r is null, $"Rscript is not installed (Debian: r-cran-{package})");
        using (r)
        {
            var errors = r.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var lines = r.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            r.WaitForExit();
            Assert.SkipWhen(r.ExitCode != 0 && errors.Result.Contains(package, StringComparison.Ordinal), $"The R package {package} is not installed (Debian: r-cran-{package})");
            Assert.True(r.ExitCode == 0, errors.Result);
            return lines;
        }
    }
}
