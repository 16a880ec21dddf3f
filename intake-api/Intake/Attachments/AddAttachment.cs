using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Attachments;

/// <param name="Bytes">As kept, without metadata.</param>
public sealed record AttachmentReceipt(short No, string MediaType, int Bytes);

/// <summary>POST /v1/applications/{trackingNumber}/attachments: one file as the body, by whoever holds the number, while an answer is awaited.</summary>
public sealed class AddAttachment(PlaceTransaction database, VirusScan virusScan, TipOffSeal seal, TimeProvider time)
{
    const int Most = 5, LongestBytes = 5 * 1024 * 1024;

    /// <summary>What is read of one that is too long, so that its sender can read the answer: a phone's film.</summary>
    public const int SwallowedBytes = 256 * 1024 * 1024;

    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        if (await ReadAsync(http.Request, stop) is not { } sent) return Problems.Of(StatusCodes.Status413PayloadTooLarge, "Dosya çok büyük", "Bir dosya en çok 5 MB olabilir.");
        CleanFile file;
        try
        {
            await virusScan.CheckAsync(sent, stop);
            file = CleanFile.Of(sent);
        }
        catch (RefusedFileException refused)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "Dosya alınmadı", refused.Message);
        }
        return await database.RunAsync<IResult>(province, async work =>
        {
            var application = await ApplicationLog.LockAsync(work, province, trackingNumber); // also where it is no number: nobody shall time the two apart
            if (application is null) return Problems.NotFound;
            if (!LifeCycle.IsPending(application.Status)) return NextSteps.Refused("Dosya, başvuru cevap beklerken eklenebilir.");
            var no = await work.FindAsync<short?>("Attachments/AddAttachment.sql", new
            {
                province, application = application.ApplicationId, most = Most, mediaType = file.MediaType, bytes = file.Bytes.Length,
                content = application.IsTipOff ? seal.Close(application.BureauCode, trackingNumber, file.Bytes) : file.Bytes, day = IstanbulTime.DayOf(time.GetUtcNow()),
            });
            return no is { } taken
                ? TypedResults.Created((string?)null, new AttachmentReceipt(taken, file.MediaType, file.Bytes.Length))
                : NextSteps.Refused($"Bir başvuruya en çok {Most} dosya eklenebilir.");
        }, stop, sealedToo: true);
    }

    /// <summary>Null where it is too long; read to its end all the same, so that the sender can read the answer.</summary>
    static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var (buffer, length) = (new byte[81920], 0L);
        for (int read; (read = await request.Body.ReadAsync(buffer, stop)) > 0;)
            if ((length += read) <= LongestBytes) bytes.Write(buffer, 0, read);
        return length > LongestBytes ? null : bytes.ToArray();
    }
}
