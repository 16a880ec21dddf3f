using System.Text.RegularExpressions;
using AcikKapi.Cli.Servers;

namespace AcikKapi.Tests.Support;

/// <summary>A real Kannel of one's own, with its fake SMSC; everything ended and removed when disposed.</summary>
public sealed partial class TestGateway : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("acikkapi-sms-").FullName;
    readonly Kannel _kannel;

    TestGateway(string password) => _kannel = new Kannel(Path.Combine(_folder, "sms"), _folder, password, Received);

    string Received => Path.Combine(_folder, "received.log");

    public Uri Address => _kannel.Address;

    public static async Task<TestGateway> CreateAsync()
    {
        var gateway = new TestGateway(await PostgresServer.SecretAsync("sms.password"));
        await gateway._kannel.StartAsync(CancellationToken.None);
        return gateway;
    }

    /// <param name="program">bearerbox, smsbox or smsc.</param>
    public Task KillAsync(string program) => _kannel.StopAsync(program, "KILL", CancellationToken.None);

    public Task StartAsync() => _kannel.StartAsync(CancellationToken.None);

    /// <summary>What reached the SMSC, in order, as sender, phone, text.</summary>
    public IReadOnlyList<(string From, string Phone, string Text)> Messages =>
        [.. Line().Matches(File.ReadAllText(Received)).Select(m => (m.Groups[1].Value, m.Groups[2].Value, Text(m.Groups[3].Value, m.Groups[4].Value)))];

    /// <summary>Files of the gateway that hold these words, as letters or as an SMS carries them.</summary>
    public IReadOnlyList<string> FilesWith(string words) =>
        [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(file => new[] { System.Text.Encoding.UTF8, System.Text.Encoding.BigEndianUnicode }.Any(e => File.ReadAllBytes(file).AsSpan().IndexOf(e.GetBytes(words)) >= 0))
            .Select(file => Path.GetRelativePath(_folder, file))];

    // %00B%00a: UTF-16 with escaped bytes, a plus for a blank.
    static string Text(string coding, string escaped)
    {
        if (coding == "text") return escaped;
        var bytes = new List<byte>();
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '%') bytes.Add(Convert.ToByte(escaped.Substring((i += 2) - 1, 2), 16));
            else bytes.Add(escaped[i] == '+' ? (byte)' ' : (byte)escaped[i]);
        }
        return System.Text.Encoding.BigEndianUnicode.GetString([.. bytes]);
    }

    public async ValueTask DisposeAsync()
    {
        await _kannel.StopAsync(CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex(@"Got message \d+: <(\S+) (\S+) (text|ucs-2) (.*)>")]
    private static partial Regex Line();
}
