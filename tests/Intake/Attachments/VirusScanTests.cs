using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using AcikKapi.Intake.Attachments;
using Xunit;

namespace AcikKapi.Tests.Intake.Attachments;

/// <summary>A real clamd, where Debian's package is installed, with a list of one signature: the test file of the anti-virus trade.</summary>
public sealed class VirusScanTests
{
    const string Nowhere = "/nonexistent/clamd.ctl";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    [Fact]
    public async Task TestVirus_IsFoundAndCleanFileIsNot()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/clamd"), "clamav-daemon is not installed");
        var folder = Directory.CreateTempSubdirectory("acikkapi-clamd-").FullName;
        var socket = Path.Combine(folder, "clamd.ctl");
        await File.WriteAllTextAsync(Path.Combine(folder, "test.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "clamd.conf"), $"LocalSocket {socket}\nDatabaseDirectory {folder}\nForeground yes\n", TestContext.Current.CancellationToken);
        using var clamd = Process.Start(new ProcessStartInfo("/usr/sbin/clamd", ["-c", Path.Combine(folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var limit = DateTime.UtcNow.AddSeconds(60);
            while (!File.Exists(socket) && !clamd.HasExited && DateTime.UtcNow < limit) await Task.Delay(100, TestContext.Current.CancellationToken);
            Assert.SkipUnless(File.Exists(socket), "clamd does not start here");
            var scan = new VirusScan(socket, Nowhere, Patience);
            await scan.CheckAsync(new byte[300_000], TestContext.Current.CancellationToken);
            var refused = await Assert.ThrowsAsync<RefusedFileException>(() => scan.CheckAsync(Encoding.ASCII.GetBytes(Eicar), TestContext.Current.CancellationToken));
            Assert.Contains("zararlı yazılım", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            if (!clamd.HasExited) clamd.Kill();
            await clamd.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
        var gone = await Assert.ThrowsAsync<RefusedFileException>(() => new VirusScan(socket, Nowhere, Patience).CheckAsync([1], TestContext.Current.CancellationToken));
        Assert.Contains("virüs denetiminden geçirilemiyor", gone.Message, StringComparison.Ordinal); // it does not answer: nothing passes unseen
    }

    [Fact]
    public async Task WithoutDaemon_FilesPass() => await new VirusScan(null, Nowhere, Patience).CheckAsync(Encoding.ASCII.GetBytes(Eicar), TestContext.Current.CancellationToken);

    /// <summary>Installed while the server runs, it is asked from the next file on; away again, files pass as before.</summary>
    [Fact]
    public async Task DaemonThatComesLater_IsAsked()
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-clamd-").FullName;
        var usual = Path.Combine(folder, "clamd.ctl");
        var scan = new VirusScan(null, usual, Patience);
        await scan.CheckAsync([1], TestContext.Current.CancellationToken);
        using (Listen(usual, "stream: Eicar-Test FOUND\0"))
            Assert.Contains("zararlı yazılım", (await Assert.ThrowsAsync<RefusedFileException>(() => scan.CheckAsync([1], TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
        await scan.CheckAsync([1], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task DaemonThatNeverAnswers_StopsTheUploadWithASentence()
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-clamd-").FullName;
        var socket = Path.Combine(folder, "clamd.ctl");
        using (Listen(socket, answer: null))
        {
            var refused = await Assert.ThrowsAsync<RefusedFileException>(() => new VirusScan(socket, Nowhere, TimeSpan.FromMilliseconds(300)).CheckAsync([1], TestContext.Current.CancellationToken));
            Assert.Contains("virüs denetiminden geçirilemiyor", refused.Message, StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Something that says one thing to everybody, or nothing.</summary>
    static Socket Listen(string path, string? answer)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        _ = Task.Run(async () =>
        {
            var caller = await listener.AcceptAsync();
            if (answer is null) return; // stays connected
            await caller.SendAsync(Encoding.ASCII.GetBytes(answer));
            caller.Shutdown(SocketShutdown.Send);
            await caller.ReceiveAsync(new byte[1000]);
        });
        return listener;
    }
}
