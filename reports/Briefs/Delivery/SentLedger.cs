using System.Security.Cryptography;
using System.Text;

namespace AcikKapi.Reports.Delivery;

/// <summary>
/// kept/sent.txt: a line a delivered message, the SHA-256 of address, place, period and content hash. It tells whether something was
/// sent, and nobody to whom.
/// </summary>
public sealed class SentLedger
{
    const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly string _file;
    readonly HashSet<string> _sent;

    public SentLedger(string file)
    {
        _file = file;
        _sent = File.Exists(file) ? [.. File.ReadAllLines(file)] : [];
    }

    public bool Has(Recipient recipient, ManifestEntry brief) => _sent.Contains(Line(recipient, brief));

    /// <summary>Forced to the disk: a night that is killed sends nothing twice but the message under way.</summary>
    public void Add(Recipient recipient, ManifestEntry brief)
    {
        var line = Line(recipient, brief);
        using var file = new FileStream(_file, new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, UnixCreateMode = OwnerReadWrite });
        file.Write(Encoding.ASCII.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
        _sent.Add(line);
    }

    static string Line(Recipient recipient, ManifestEntry brief) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{recipient.Address.Address}\n{brief.Path}\n{brief.ContentHash}")));
}
