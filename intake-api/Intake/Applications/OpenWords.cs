using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <param name="Applicant">Null where nobody is named, or where the reader may not know who it is.</param>
/// <param name="Filed">What a program sent along, where it came through Open311.</param>
/// <param name="Forgotten">A tip-off nobody took up within 90 days, or that was handed over: its words are gone.</param>
/// <param name="Files">Each is opened by itself, with a reason of its own.</param>
public sealed record OpenedApplication(string TrackingNumber, string? Subject, string? Text, string? Neighbourhood, OpenedApplicant? Applicant, bool Forgotten, OpenedFiling? Filed = null, IReadOnlyList<OpenedFile>? Files = null);

/// <param name="Bytes">As kept.</param>
public sealed record OpenedFile(short No, string MediaType, int Bytes, DateOnly AddedOn);

public sealed record OpenedApplicant(string NationalId, string FirstName, string LastName, string Phone, int? BirthYear);

/// <param name="Approximate">The district was taken from the point or the address; only a district code is certain.</param>
/// <param name="Additions">What was added afterwards, in its order.</param>
public sealed record OpenedFiling(double? Latitude, double? Longitude, string? Street, bool Approximate, string? MediaUrl, IReadOnlyList<string> Additions);

/// <summary>
/// POST /v1/applications/{trackingNumber}/openings: words and applicant. A unit's liaison officer never sees who sent a tip-off,
/// nor an applicant who hides from the office (hideIdentity).
/// </summary>
public sealed class OpenWords(LoggedOpening opening, TipOffSeal seal)
{
    sealed record Row
    {
        public string? Subject { get; init; }
        public string? Body { get; init; }
        public string? Neighbourhood { get; init; }
        public bool HideIdentity { get; init; }
        public byte[]? SealedWords { get; init; }
        public string? NationalId { get; init; }
        public string? FirstName { get; init; }
        public string? LastName { get; init; }
        public string? Phone { get; init; }
        public short? BirthYear { get; init; }
        public double? Latitude { get; init; }
        public double? Longitude { get; init; }
        public string? Street { get; init; }
        public bool? Approximate { get; init; }
        public string? MediaUrl { get; init; }
        public string[]? Additions { get; init; }
    }

    public Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop) => opening.RunAsync(trackingNumber, http, async (work, application, officer) =>
    {
        var which = new { province = application.ProvinceCode, application = application.ApplicationId };
        var row = (await work.FindAsync<Row>("Applications/OpenWords.sql", which))!;
        var showApplicant = Authorization.OnlyUnit(officer) is null || !row.HideIdentity && !application.IsTipOff;
        return TypedResults.Ok(Opened(trackingNumber, application, row, showApplicant) with { Files = await work.ListAsync<OpenedFile>("Attachments/ListAttachments.sql", which) });
    }, stop);

    OpenedApplication Opened(string number, OpenApplication application, Row row, bool showApplicant)
    {
        if (row.SealedWords is { } box)
        {
            var words = TipOffWords.FromJson(seal.Open(application.BureauCode, number, box));
            var sender = words.Applicant is { } a && showApplicant ? new OpenedApplicant(a.NationalId, a.FirstName, a.LastName, a.Phone, a.BirthYear) : null;
            return new OpenedApplication(number, words.Subject, words.Text, words.Neighbourhood, sender, Forgotten: false);
        }
        var applicant = row.NationalId is not null && showApplicant ? new OpenedApplicant(row.NationalId, row.FirstName!, row.LastName!, row.Phone!, row.BirthYear) : null;
        return new OpenedApplication(number, row.Subject, row.Body, row.Neighbourhood, applicant, Forgotten: application.IsTipOff && row.Body is null,
            row.Approximate is not { } approximate ? null : new OpenedFiling(row.Latitude, row.Longitude, row.Street, approximate, row.MediaUrl, row.Additions ?? []));
    }
}
