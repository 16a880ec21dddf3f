using AcikKapi.Intake.Access;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

public sealed record RevealedNationalId(string NationalId);

/// <summary>POST /v1/applications/{trackingNumber}/national-id: the whole number, everywhere else masked; one entry of the access log of its own.</summary>
public sealed class RevealNationalId(LoggedOpening opening, TipOffSeal seal)
{
    sealed record Row(string? NationalId, byte[]? SealedWords);

    public Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop) => opening.RunAsync(trackingNumber, http, AccessEntry.NationalId, async (work, application, officer) =>
    {
        if (Authorization.ToSeeApplicant(officer, application) is { } hidden) return Problems.Refused(hidden);
        var row = (await work.FindAsync<Row>("Applications/RevealNationalId.sql", new { province = application.ProvinceCode, application = application.ApplicationId }))!;
        var id = row.SealedWords is { } box ? TipOffWords.FromJson(seal.Open(application.BureauCode, trackingNumber, box)).Applicant?.NationalId : row.NationalId;
        return id is null ? null : TypedResults.Ok(new RevealedNationalId(id));
    }, stop);
}
