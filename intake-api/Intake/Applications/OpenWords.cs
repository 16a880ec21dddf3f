using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Access;
using AcikKapi.Intake.Attachments;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <param name="Applicant">Null where nobody is named, or where the reader may not know who it is.</param>
/// <param name="Filed">What a program sent along, where it came through Open311.</param>
/// <param name="Forgotten">A tip-off nobody took up within 90 days, or that was handed over: its words are gone.</param>
/// <param name="Files">Each is opened by itself, with a reason of its own.</param>
/// <param name="Remarks">What was written at its steps, in their order.</param>
public sealed record OpenedApplication(
    string TrackingNumber, string? Subject, string? Text, string? Neighbourhood, OpenedApplicant? Applicant, bool Forgotten,
    OpenedFiling? Filed = null, IReadOnlyList<AttachedFile>? Files = null, IReadOnlyList<StepRemark>? Remarks = null);

/// <param name="NationalId">Masked: 10*******46. Whole only by RevealNationalId, which is logged by itself.</param>
public sealed record OpenedApplicant(string NationalId, string FirstName, string LastName, string Phone, int? BirthYear);

/// <param name="Reason">For the bureau; <paramref name="Answer"/>: what the applicant is told.</param>
public sealed record StepRemark(short EventNo, string? Reason, string? Answer);

/// <param name="Approximate">The district was taken from the point or the address; only a district code is certain.</param>
/// <param name="Additions">What was added afterwards, in its order.</param>
public sealed record OpenedFiling(double? Latitude, double? Longitude, string? Street, bool Approximate, string? MediaUrl, IReadOnlyList<string> Additions);

/// <summary>
/// POST /v1/applications/{trackingNumber}/openings: words and applicant. A unit's liaison officer never sees who sent a tip-off,
/// nor an applicant who hides from the office (hideIdentity). National ids are masked.
/// </summary>
public sealed class OpenWords(LoggedOpening opening, TipOffSeal seal)
{
    sealed record Row
    {
        public string? Subject { get; init; }
        public string? Body { get; init; }
        public string? Neighbourhood { get; init; }
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

    public Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop) => opening.RunAsync(trackingNumber, http, AccessEntry.Words, async (work, application, officer) =>
    {
        var which = new { province = application.ProvinceCode, application = application.ApplicationId };
        var row = (await work.FindAsync<Row>("Applications/OpenWords.sql", which))!;
        return TypedResults.Ok(Opened(trackingNumber, application, row, Authorization.ToSeeApplicant(officer, application) is null) with
        {
            Files = await work.ListAsync<AttachedFile>("Attachments/ListAttachments.sql", which),
            Remarks = await work.ListAsync<StepRemark>("Applications/StepRemarks.sql", which),
        });
    }, stop);

    OpenedApplication Opened(string number, OpenApplication application, Row row, bool showApplicant)
    {
        if (row.SealedWords is { } box)
        {
            var words = TipOffWords.FromJson(seal.Open(application.BureauCode, number, box));
            var sender = words.Applicant is { } a && showApplicant ? new OpenedApplicant(NationalId.Mask(a.NationalId), a.FirstName, a.LastName, a.Phone, a.BirthYear) : null;
            return new OpenedApplication(number, words.Subject, words.Text, words.Neighbourhood, sender, Forgotten: false);
        }
        var applicant = row.NationalId is not null && showApplicant ? new OpenedApplicant(NationalId.Mask(row.NationalId), row.FirstName!, row.LastName!, row.Phone!, row.BirthYear) : null;
        return new OpenedApplication(number, row.Subject, row.Body, row.Neighbourhood, applicant, Forgotten: application.IsTipOff && row.Body is null,
            row.Approximate is not { } approximate ? null : new OpenedFiling(row.Latitude, row.Longitude, row.Street, approximate, row.MediaUrl, row.Additions ?? []));
    }
}
