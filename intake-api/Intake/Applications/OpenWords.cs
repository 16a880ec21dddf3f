using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <summary>What is sent to POST /v1/applications/{trackingNumber}/openings.</summary>
public sealed record OpeningSubmission(string Reason);

/// <param name="Applicant">Null where nobody is named, or where the reader may not know who it is.</param>
/// <param name="Forgotten">A tip-off nobody took up within 90 days: its words are gone.</param>
public sealed record OpenedApplication(string TrackingNumber, string? Subject, string? Text, string? Neighbourhood, OpenedApplicant? Applicant, bool Forgotten);

public sealed record OpenedApplicant(string NationalId, string FirstName, string LastName, string Phone, int? BirthYear);

/// <summary>
/// Words and applicant, for an officer who says why. Each opening is one row of the log, written before anything is shown.
/// A unit's liaison officer never sees who sent a tip-off, nor an applicant who hides from the office (hideIdentity).
/// </summary>
public sealed class OpenWords(PlaceTransaction database, AuthenticateStaff staff, TipOffSeal seal)
{
    const int LongestReason = 500;

    sealed record Row(string? Subject, string? Body, string? Neighbourhood, bool HideIdentity, byte[]? SealedWords, string? NationalId, string? FirstName, string? LastName, string? Phone, short? BirthYear);

    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
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
            await work.ExecuteAsync("Applications/LogOpening.sql", new { province, application = application.ApplicationId, role = officer!.RoleCode, actor = officer.Pseudonym, reason });
            var row = (await work.FindAsync<Row>("Applications/OpenWords.sql", new { province, application = application.ApplicationId }))!;
            return TypedResults.Ok(Opened(trackingNumber, application, row, showApplicant: Authorization.OnlyUnit(officer) is null || !row.HideIdentity && !application.IsTipOff));
        }, stop);
    }

    OpenedApplication Opened(string number, OpenApplication application, Row row, bool showApplicant)
    {
        if (row.SealedWords is { } box)
        {
            var words = TipOffWords.FromJson(seal.Open(number, box));
            var sender = words.Applicant is { } a && showApplicant ? new OpenedApplicant(a.NationalId, a.FirstName, a.LastName, a.Phone, a.BirthYear) : null;
            return new OpenedApplication(number, words.Subject, words.Text, words.Neighbourhood, sender, Forgotten: false);
        }
        var applicant = row.NationalId is not null && showApplicant ? new OpenedApplicant(row.NationalId, row.FirstName!, row.LastName!, row.Phone!, row.BirthYear) : null;
        return new OpenedApplication(number, row.Subject, row.Body, row.Neighbourhood, applicant, Forgotten: application.IsTipOff && row.Body is null);
    }
}
