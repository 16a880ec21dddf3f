using AcikKapi.Intake.Access;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Attachments;

/// <summary>POST /v1/applications/{trackingNumber}/attachments/{no}/openings: the file, for whoever may read the words. Always a download.</summary>
public sealed class OpenAttachment(LoggedOpening opening, TipOffSeal seal)
{
    sealed record Row(string MediaType, byte[] Content);

    public Task<IResult> RunAsync(string trackingNumber, int no, HttpContext http, CancellationToken stop) => opening.RunAsync(trackingNumber, http, AccessEntry.File, async (work, application, officer) =>
    {
        if (Authorization.ToSeeApplicant(officer, application) is { } hidden) return Problems.Refused(hidden); // a letter is signed
        var file = await work.FindAsync<Row>("Attachments/OpenAttachment.sql", new { province = application.ProvinceCode, application = application.ApplicationId, no });
        if (file is null) return null;
        var extension = file.MediaType switch { "image/jpeg" => "jpg", "image/png" => "png", _ => "pdf" };
        return TypedResults.File(application.IsTipOff ? seal.OpenBytes(application.BureauCode, trackingNumber, file.Content) : file.Content, file.MediaType, $"{trackingNumber}-{no}.{extension}");
    }, stop);
}
