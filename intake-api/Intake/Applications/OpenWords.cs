using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <param name="Applicant">Null where nobody is named, or where the reader may not know who it is.</param>
/// <param name="Forgotten">A tip-off nobody took up within 90 days: its words are gone.</param>
public sealed record OpenedApplication(string TrackingNumber, string? Subject, string? Text, string? Neighbourhood, OpenedApplicant? Applicant, bool Forgotten);

public sealed record OpenedApplicant(string NationalId, string FirstName, string LastName, string Phone, int? BirthYear);

/// <summary>
/// POST /v1/applications/{trackingNumber}/openings: words and applicant. A unit's liaison officer never sees who sent a tip-off,
/// nor an applicant who hides from the office (hideIdentity).
/// </summary>
public sealed class OpenWords(LoggedOpening opening, TipOffSeal seal)
{
    sealed record Row(string? Subject, string? Body, string? Neighbourhood, bool HideIdentity, byte[]? SealedWords, string? NationalId, string? FirstName, string? LastName, string? Phone, short? BirthYear);

    public Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop) => opening.RunAsync(trackingNumber, http, async (work, application, officer) =>
    {
        var row = (await work.FindAsync<Row>("Applications/OpenWords.sql", new { province = application.ProvinceCode, application = application.ApplicationId }))!;
        var showApplicant = Authorization.OnlyUnit(officer) is null || !row.HideIdentity && !application.IsTipOff;
        return TypedResults.Ok(Opened(trackingNumber, application, row, showApplicant));
    }, stop);

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
