using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace AcikKapi.Intake.Attachments;

/// <summary>
/// ClamAV's daemon, where there is one: the file over INSTREAM. Without one files are checked by their content only. One that
/// is there and does not answer stops the upload.
/// </summary>
/// <param name="socket">Null: there is none.</param>
public sealed class VirusScan(string? socket)
{
    const string Usual = "/var/run/clamav/clamd.ctl";
    const int Chunk = 64 * 1024;

    /// <summary>The socket ACIKKAPI_CLAMD names; otherwise Debian's usual place is looked at.</summary>
    public static VirusScan OfThisMachine() =>
        new(Environment.GetEnvironmentVariable("ACIKKAPI_CLAMD") is { Length: > 0 } given ? given : File.Exists(Usual) ? Usual : null);

    /// <exception cref="RefusedFileException">It found something, or did not answer.</exception>
    public async Task CheckAsync(byte[] file, CancellationToken stop)
    {
        if (socket is null) return;
        string answer;
        try { answer = await AskAsync(file, stop); }
        catch (Exception error) when (error is SocketException or IOException) { throw new RefusedFileException("Dosya şu anda virüs denetiminden geçirilemiyor. Biraz sonra yeniden deneyin."); }
        if (answer.EndsWith("FOUND", StringComparison.Ordinal)) throw new RefusedFileException("Dosyada zararlı yazılım bulundu; alınmadı.");
        if (!answer.EndsWith("OK", StringComparison.Ordinal)) throw new RefusedFileException("Dosya virüs denetiminden geçirilemedi. Biraz sonra yeniden deneyin.");
    }

    async Task<string> AskAsync(byte[] file, CancellationToken stop)
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket!), stop);
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
