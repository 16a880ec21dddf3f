using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace AcikKapi.Intake.Attachments;

/// <summary>
/// ClamAV's daemon, where there is one when a file comes: the file over INSTREAM. Without one files are checked by their content only.
/// One that is there and does not answer stops the upload.
/// </summary>
/// <param name="named">A socket that must answer; null where none was named.</param>
/// <param name="usual">Where one listens that was installed at any time.</param>
/// <param name="patience">Until it must have answered.</param>
public sealed class VirusScan(string? named, string usual, TimeSpan patience)
{
    const int Chunk = 64 * 1024;

    /// <summary>The socket ACIKKAPI_CLAMD names; otherwise Debian's usual place is looked at.</summary>
    public static VirusScan OfThisMachine() =>
        new(Environment.GetEnvironmentVariable("ACIKKAPI_CLAMD") is { Length: > 0 } given ? given : null, "/var/run/clamav/clamd.ctl", TimeSpan.FromSeconds(30));

    /// <exception cref="RefusedFileException">It found something, or did not answer.</exception>
    public async Task CheckAsync(byte[] file, CancellationToken stop)
    {
        if ((named ?? (File.Exists(usual) ? usual : null)) is not { } socket) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        string answer;
        try { answer = await AskAsync(socket, file, limit.Token); }
        catch (Exception error) when (error is SocketException or IOException || error is OperationCanceledException && !stop.IsCancellationRequested)
        {
            throw new RefusedFileException("Dosya şu anda virüs denetiminden geçirilemiyor. Biraz sonra yeniden deneyin.");
        }
        if (answer.EndsWith("FOUND", StringComparison.Ordinal)) throw new RefusedFileException("Dosyada zararlı yazılım bulundu; alınmadı.");
        if (!answer.EndsWith("OK", StringComparison.Ordinal)) throw new RefusedFileException("Dosya virüs denetiminden geçirilemedi. Biraz sonra yeniden deneyin.");
    }

    static async Task<string> AskAsync(string socket, byte[] file, CancellationToken stop)
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), stop);
        await using var stream = new NetworkStream(connection);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
        var length = new byte[4];
        for (var at = 0; at < file.Length; at += Chunk)
        {
            var size = Math.Min(Chunk, file.Length - at);
            BinaryPrimitives.WriteInt32BigEndian(length, size);
            await stream.WriteAsync(length, stop);
            await stream.WriteAsync(file.AsMemory(at, size), stop);
        }
        await stream.WriteAsync(new byte[4], stop); // the end
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, stop);
        return Encoding.ASCII.GetString(answer.ToArray()).TrimEnd('\0', '\n');
    }
}
