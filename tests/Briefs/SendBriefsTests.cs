using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Reports.Delivery;
using MailKit.Security;
using MimeKit;
using Xunit;

namespace AcikKapi.Tests.Briefs;

/// <summary>Delivery against a real SMTP server that keeps what it takes in a maildir (Debian python3-aiosmtpd).</summary>
public sealed class SendBriefsTests : IAsyncLifetime
{
    const string Address = "vali.sekreterligi@ornek.gov.tr";
    const string Python = "/usr/bin/python3";

    static readonly DateOnly Night = new(2026, 11, 22);
    static readonly bool IsInstalled = Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd");

    readonly string _folder = Directory.CreateTempSubdirectory("acikkapi-mail-").FullName;
    readonly int _port = FreePort();
    Process? _server;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Out => Path.Combine(_folder, "out");
    string Maildir => Path.Combine(_folder, "mail");
    string Ledger => Path.Combine(_folder, "sent.txt");
    SmtpServer Server => new("127.0.0.1", _port, SecureSocketOptions.StartTlsWhenAvailable, new MailboxAddress("Açık Kapı", "brifing@ornek.gov.tr"), null, null);

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled) return;
        _server = Process.Start(new ProcessStartInfo(Python, ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{_port}", "-c", "aiosmtpd.handlers.Mailbox", Maildir]) { RedirectStandardError = true })!;
        for (var tries = 0; tries < 600 && !await AnswersAsync(); tries++) await Task.Delay(100);
    }

    public ValueTask DisposeAsync()
    {
        _server?.Kill(entireProcessTree: true);
        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task EachRecipient_GetsEachBriefOnceForWhatItSays()
    {
        SkipUnlessInstalled();
        var manifest = await PrintedAsync(SamplePublished.Shared.Paths);
        var recipients = Write($"il:76,month,{Address}", $"bakanlik,month,{Address}", $"il:76,week,{Address}");

        Assert.Equal(new DeliveryResult(2, 0), await SendAsync(recipients, manifest)); // no week is printed here
        Assert.Equal(new DeliveryResult(0, 0), await SendAsync(recipients, manifest));

        var message = Mails().Single(mail => mail.Subject == "Iğdır Valiliği: Ekim 2026 brifingi");
        Assert.Equal(Address, message.To.Mailboxes.Single().Address);
        var pdf = message.Attachments.OfType<MimePart>().Single();
        Assert.Equal(("il-76-2026-10.pdf", "application/pdf"), (pdf.FileName, pdf.ContentType.MimeType));
        using var content = new MemoryStream();
        await pdf.Content!.DecodeToAsync(content, Stop);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Out, "il-76", "2026-10.pdf"), Stop), content.ToArray());
    }

    [Fact]
    public async Task Ledger_NamesNobody()
    {
        SkipUnlessInstalled();
        await SendAsync(Write($"il:76,month,{Address}"), await PrintedAsync(SamplePublished.Shared.Paths));
        var ledger = await File.ReadAllTextAsync(Ledger, Stop);
        Assert.Matches("^[0-9a-f]{64}\n$", ledger);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Ledger));
    }

    [Fact]
    public async Task ServerAway_IsAUsersErrorWithoutAnAddress()
    {
        var manifest = await PrintedAsync(SamplePublished.Shared.Paths);
        var recipients = Write($"il:76,month,{Address}");
        var error = await Assert.ThrowsAsync<UserError>(() => SendBriefs.RunAsync(recipients, manifest, Out, Night, new SentLedger(Ledger), Server with { Port = FreePort() }, Stop));
        Assert.DoesNotContain("@", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Ledger));
    }

    [Fact]
    public void RecipientsThatOthersMayRead_AreRefused()
    {
        var file = Path.Combine(_folder, "recipients.csv");
        File.WriteAllText(file, $"scope,period,address\nil:76,month,{Address}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<UserError>(() => Recipients.Read(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("il:99,month,a@b.gov.tr")]
    [InlineData("il:76,decade,a@b.gov.tr")]
    [InlineData("il:76,month,gizli kişi <")]
    [InlineData("il:76,month")]
    public void WrongLine_IsNamedByItsNumberOnly(string line)
    {
        var error = Assert.Throws<UserError>(() => Write($"il:76,month,{Address}", line));
        Assert.StartsWith("Line 3 of recipients.csv", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("gizli", error.Message, StringComparison.Ordinal);
    }

    static void SkipUnlessInstalled() => Assert.SkipUnless(IsInstalled, "aiosmtpd is not installed (apt-get install python3-aiosmtpd)");

    IReadOnlyList<Recipient> Write(params string[] lines)
    {
        var file = Path.Combine(_folder, "recipients.csv");
        File.WriteAllText(file, string.Join('\n', ["scope,period,address", .. lines]) + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return Recipients.Read(file);
    }

    Task<DeliveryResult> SendAsync(IReadOnlyList<Recipient> recipients, BriefManifest manifest) =>
        SendBriefs.RunAsync(recipients, manifest, Out, Night, new SentLedger(Ledger), Server, Stop);

    async Task<BriefManifest> PrintedAsync(AcikKapi.Warehouse.WarehousePaths paths)
    {
        var manifest = BriefManifest.Read(Path.Combine(_folder, "briefs.json"));
        var october = BriefPeriod.Parse("2026-10");
        await PrintBriefs.RunAsync(paths, [(BriefScope.Parse("il:76"), october), (BriefScope.Ministry, october)], Out, new NoPrinter(), manifest, Stop);
        return manifest;
    }

    IEnumerable<MimeMessage> Mails() => Directory.EnumerateFiles(Path.Combine(Maildir, "new")).Select(file => MimeMessage.Load(file, Stop)).ToList();

    async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
