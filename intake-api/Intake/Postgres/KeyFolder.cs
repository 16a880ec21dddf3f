using System.Runtime.Versioning;
using System.Security.Cryptography;
using AcikKapi.Domain;
using AcikKapi.Domain.Identity;

namespace AcikKapi.Intake.Postgres;

/// <summary>The secrets of one home: a folder only its owner may enter (0700), a file a key (0600), base64 text.</summary>
public sealed class KeyFolder(string folder)
{
    public const string Pseudonym = "pseudonym.key";
    public const string AppPassword = "app.password";
    public const string IngestPassword = "ingest.password";
    public const string RelayPassword = "relay.password";
    public const string SmsPassword = "sms.password"; // of the SMS gateway's only user
    public const string Reports = "reports.key";      // signs the addresses of delivery reports

    public const string TipOff = "tip-off.key";       // of the boxes tip-offs lie in; never beside a copy of the database

    public const string AccessLog = "access-log.key"; // chains the entries of the access log

    /// <summary>Where the keys lie that seal cookies and TOTP secrets; ASP.NET's Data Protection makes a new one every 90 days and keeps the old.</summary>
    public DirectoryInfo OpenCookies()
    {
        var path = Path.Combine(folder, "cookies");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    const byte PseudonymKeyId = 1; // written before every pseudonym, so that a new key can be told from the old

    /// <summary>The key's text; 32 random bytes are made when it is missing.</summary>
    public string ReadOrMake(string name)
    {
        if (OperatingSystem.IsWindows()) throw new UserError("Keys are kept in files that only their owner may read: use Linux or macOS.");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) Make(path);
        return Read(name);
    }

    public Pseudonymizer Pseudonymizer() => new(Convert.FromBase64String(Read(Pseudonym)), PseudonymKeyId);

    public byte[] Bytes(string name) => Convert.FromBase64String(Read(name));

    /// <exception cref="UserError">It is not made yet.</exception>
    public string Read(string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : throw new UserError($"{path} is missing: run 'migrate' first.");
    }

    /// <summary>Lines at the end of a file that only its owner may read; on the disk when this returns.</summary>
    public void AppendLines(string name, IEnumerable<string> lines)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(Path.Combine(folder, name), options);
        file.Write(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
        file.Flush(flushToDisk: true);
    }

    public IEnumerable<string> ReadLines(string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadLines(path) : [];

    [UnsupportedOSPlatform("windows")]
    static void Make(string path)
    {
        // Written aside and moved, so that no one ever reads half a key; the first of two makers wins.
        var aside = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using (var writer = new StreamWriter(aside, options)) writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        try { File.Move(aside, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(aside); }
    }
}
