namespace AcikKapi.Reports;

/// <summary>Turns one self-contained HTML document into one tagged PDF; the seam for another engine.</summary>
public interface IPdfPrinter
{
    Task<byte[]> PrintAsync(string html, CancellationToken ct);
}
