using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <summary>
/// Another province's matter (art. 4-2-g): the old application is referred, a new one begins there with the applicant, the
/// words and the first receipt date of the old; both name each other. One transaction that sees first the one place, then the other.
/// </summary>
public sealed class HandOver(ApplicationLog log, Calendars calendars, TipOffSeal seal)
{
    public async Task<StepReceipt> RunAsync(PlaceWork work, OpenApplication application, string number, Step step, CancellationToken stop)
    {
        var destination = step.Destination!;
        var successor = TrackingNumber.Create(destination.ProvinceCode);
        var receipt = await log.AppendAsync(work, application, step, stop, handedOverTo: successor);
        var handed = (await work.FindAsync<HandedOver>("Applications/ReadHandedOver.sql", new { province = application.ProvinceCode, application = application.ApplicationId }))!;

        await work.MoveToAsync(destination.ProvinceCode);
        var calendar = (await calendars.OfVersionAsync(application.CalendarVersion, stop)).Of(destination.ProvinceCode);
        var written = await work.ExecuteAsync("Applications/HandOver.sql", handed with
        {
            Province = destination.ProvinceCode, District = destination.DistrictCode, TrackingNumber = successor, HandedOverFrom = number,
            SealedWords = Reseal(handed.SealedWords), SealedPhone = Reseal(handed.SealedPhone),
            Today = IstanbulTime.DayOf(step.At), DueOn = calendar.Deadline(IstanbulTime.DayOf(handed.ReceivedAt)),
            ActorRole = step.By!.RoleCode, Actor = step.By.Pseudonym,
        });
        byte[]? Reseal(byte[]? box) => box is null ? null : seal.Close(successor, seal.Open(number, box)); // the other province's line has another key
        return written > 0 ? receipt : throw new InvalidOperationException("The other province has no bureau.");
    }

    /// <summary>All that goes along, then where to.</summary>
    sealed record HandedOver
    {
        public string Origin { get; init; } = "";
        public string KindCode { get; init; } = "";
        public string ChannelCode { get; init; } = "";
        public string? TypeCode { get; init; }
        public string? GenderCode { get; init; }
        public string? AgeBandCode { get; init; }
        public string? EducationCode { get; init; }
        public string? EmploymentCode { get; init; }
        public string[] Circumstances { get; init; } = [];
        public byte[]? PersonPseudonym { get; init; }
        public bool HideIdentity { get; init; }
        public bool Confidential { get; init; }
        public bool Special { get; init; }
        public short? Importance { get; init; }
        public bool StateOfEmergency { get; init; }
        public bool Sealed { get; init; }
        public bool Notify { get; init; }
        public string? Subject { get; init; }
        public string? Body { get; init; }
        public string? ScrubbedText { get; init; }
        public byte[]? SealedWords { get; init; }
        public byte[]? SealedPhone { get; init; }
        public DateTime ReceivedAt { get; init; }
        public string? NationalId { get; init; }
        public string? FirstName { get; init; }
        public string? LastName { get; init; }
        public string? Phone { get; init; }
        public short? BirthYear { get; init; }

        public int Province { get; init; }
        public int? District { get; init; }
        public string TrackingNumber { get; init; } = "";
        public string HandedOverFrom { get; init; } = "";
        public DateOnly Today { get; init; }
        public DateOnly DueOn { get; init; }
        public string? ActorRole { get; init; }
        public byte[]? Actor { get; init; }
    }
}
