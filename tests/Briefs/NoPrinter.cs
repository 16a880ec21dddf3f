using AcikKapi.Reports;

namespace AcikKapi.Tests.Briefs;

/// <summary>For what is seen in the HTML already; counts what it was asked for, and fails where told to.</summary>
sealed class NoPrinter(string? failsOn = null) : IPdfPrinter
{
    int _asked;

    public int Asked => _asked;

    public Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        Interlocked.Increment(ref _asked);
        return failsOn is not null && html.Contains(failsOn, StringComparison.Ordinal)
            ? throw new InvalidOperationException("The page would not print.")
            : Task.FromResult("%PDF-1.4\n"u8.ToArray());
    }
}
