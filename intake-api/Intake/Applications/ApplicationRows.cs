using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Notifications;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <summary>The parameters of SubmitApplication.sql: the application, its applicant, its first event, its SMS, its key.</summary>
public sealed class ApplicationRows(Accepted accepted, string trackingNumber, Pseudonymizer pseudonyms, TipOffSeal seal)
{
    readonly Submission _submission = accepted.Submission;

    /// <summary>Of a tip-off nobody: whoever sent it stands in its sealed box only.</summary>
    readonly SubmissionApplicant? _applicant = accepted.IsTipOff ? null : accepted.Submission.Applicant;

    public int Province => _submission.Location.ProvinceCode;
    public int? District => _submission.Location.DistrictCode;
    public string? Neighbourhood => accepted.IsTipOff ? null : _submission.Location.Neighbourhood;
    public string TrackingNumber => trackingNumber;
    public string? Bureau => _submission.BureauCode;
    public DateOnly Day => accepted.Day;
    public string Origin => accepted.Origin;
    public string Kind => _submission.Kind;
    public string Channel => _submission.Channel;
    public string? Type => _submission.TypeCode;
    public bool HideIdentity => _submission.HideIdentity;
    public bool Confidential => _submission.Confidential;
    public bool StateOfEmergency => _submission.StateOfEmergency;
    public bool Sealed => accepted.IsSealed;
    public bool Notify => accepted.Notify;
    public string? Subject => accepted.IsTipOff ? null : _submission.Subject;
    public string? Body => accepted.IsTipOff ? null : _submission.Text;

    public byte[]? SealedWords => accepted.IsTipOff
        ? seal.Close(trackingNumber, new TipOffWords(_submission.Subject, _submission.Text, _submission.Location.Neighbourhood, _submission.Applicant).ToJson())
        : null;

    /// <summary>For the SMS the sender asked for.</summary>
    public byte[]? SealedPhone => accepted is { IsTipOff: true, Notify: true } ? seal.Close(trackingNumber, _submission.Applicant!.Phone) : null;

    public DateTime ReceivedAt => accepted.ReceivedAt.UtcDateTime;

    public string? NationalId => _applicant?.NationalId;
    public string? FirstName => _applicant?.FirstName;
    public string? LastName => _applicant?.LastName;
    public string? Phone => _applicant?.Phone;
    public int? BirthYear => _applicant?.BirthYear;
    public string? Gender => _applicant?.Gender;
    public string? Education => _applicant?.Education;
    public string? Employment => _applicant?.Employment;

    /// <summary>Joined by |: rows of one statement cannot have lists of different lengths.</summary>
    public string CircumstanceList => string.Join('|', _applicant?.Circumstances ?? []);
    public string? AgeBand => BirthYear is { } year ? Domain.Reference.AgeBand.Of(year, accepted.Day).Code : null;
    public byte[]? Person => NationalId is null ? null : pseudonyms.Of(NationalId);

    /// <summary>All that leaves this database of what was written; a tip-off's or sealed one's words never do.</summary>
    public string? ScrubbedText => accepted.IsTipOff || accepted.IsSealed
        ? null
        : Scrubber.Scrub($"{Subject}\n{Body}", [.. new[] { FirstName, LastName }.OfType<string>()]);

    public string? ActorRole => accepted.Officer?.RoleCode;
    public byte[]? ActorPseudonym => accepted.Officer?.Pseudonym;

    public string Template => MessageTemplate.Received.Code;
    public short TemplateVersion => MessageTemplate.Received.Version;
    public required DateTime NotBefore { get; init; }

    public required DateOnly DueOn { get; init; }
    public required int CalendarVersion { get; init; }
    public required Guid Key { get; init; }
    public long KeyLock => IdempotencyKey.Lock(Key);
    public required byte[] BodyHash { get; init; }
    public required string Response { get; init; }
    public required DateTime KeyAt { get; init; }
}
