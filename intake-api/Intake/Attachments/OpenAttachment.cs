using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Attachments;

/// <summary>POST /v1/applications/{trackingNumber}/attachments/{no}/openings: the file, for whoever may read the words; logged with its reason first. Always a download.</summary>
public sealed class OpenAttachment(PlaceTransaction database, AuthenticateStaff staff, TipOffSeal seal)
{
    const int LongestReason = 500;

    sealed record Row(string MediaType, byte[] Content);

    public async Task<IResult> RunAsync(string trackingNumber, int no, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToOpen(officer, province) is { } refusal) return Problems.Refused(refusal);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var errors = new FieldErrors();
        var reason = new JsonFields(json, "", errors).Text("reason", LongestReason, required: true);
        if (errors.Any) return Problems.Fields(errors);

        return await database.RunAsync<IResult>(province, async work =>
        {
            var application = await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number = trackingNumber });
            if (application is null) return Problems.NotFound;
            if (Authorization.ToReadWords(officer!, application) is { } forbidden) return Problems.Refused(forbidden);
            var file = await work.FindAsync<Row>("Attachments/OpenAttachment.sql", new { province, application = application.ApplicationId, no });
            if (file is null) return Problems.NoSuchSetting;
            await work.ExecuteAsync("Applications/LogOpening.sql", new { province, application = application.ApplicationId, role = officer!.RoleCode, actor = officer.Pseudonym, reason });
            var extension = file.MediaType switch { "image/jpeg" => "jpg", "image/png" => "png", _ => "pdf" };
            return TypedResults.File(application.IsTipOff ? seal.OpenBytes(trackingNumber, file.Content) : file.Content, file.MediaType, $"{trackingNumber}-{no}.{extension}");
        }, stop);
    }
}
