using System.Security.Cryptography;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using AcikKapi.Intake.Notifications;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <summary>The parameters of SubmitApplication.sql: the application, its applicant, its first event, its SMS, its key.</summary>
/// <param name="line">The bureau that is taken to receive it: for whose tip-off line it is sealed.</param>
public sealed class ApplicationRows(Accepted accepted, string trackingNumber, string line, Pseudonymizer pseudonyms, TipOffSeal seal)
{
    const long FirstOwnId = 1L << 52;

    readonly long? _ownId = accepted.IsTipOff ? FirstOwnId + RandomBits(52) : null;
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

    /// <summary>The bureau whose line it was sealed for.</summary>
    public string? SealedFor => accepted.IsTipOff ? line : null;

    public byte[]? SealedWords => accepted.IsTipOff
        ? seal.Close(line, trackingNumber, new TipOffWords(_submission.Subject, _submission.Text, _submission.Location.Neighbourhood, _submission.Applicant).ToJson())
        : null;

    /// <summary>For the SMS the sender asked for.</summary>
    public byte[]? SealedPhone => accepted is { IsTipOff: true, Notify: true } ? seal.Close(line, trackingNumber, _submission.Applicant!.Phone) : null;

    public byte[]? BoxKeyHash => accepted.IsTipOff ? BoxKey.Hash(seal.BoxKeyOf(trackingNumber)) : null;

    /// <summary>
    /// Of a tip-off and its SMS: from a sequence they would stand between two applications whose instants are known. Random, far
    /// beyond what a sequence reaches, and exact as a floating-point number, as which some readers of JSON take it.
    /// </summary>
    public long? OwnId => _ownId;

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

    static long RandomBits(int bits) => (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> (64 - bits));

    public required DateOnly DueOn { get; init; }
    public required int CalendarVersion { get; init; }
    public required Guid Key { get; init; }
    public long KeyLock => IdempotencyKey.Lock(Key);
    public required byte[] BodyHash { get; init; }
    public required string Response { get; init; }
    public required DateTime KeyAt { get; init; }
}
