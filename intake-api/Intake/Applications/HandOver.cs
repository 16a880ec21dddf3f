using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.TipOffs;

namespace AcikKapi.Intake.Applications;

/// <summary>
/// Another province's matter (art. 4-2-g): the old application is referred, a new one begins there with the applicant, the
/// words, all that came with them and the first receipt date of the old; both name each other. Of a tip-off nothing stays behind.
/// One transaction that sees first the one place, then the other.
/// </summary>
public sealed class HandOver(ApplicationLog log, Calendars calendars, TipOffSeal seal)
{
    public async Task<StepReceipt> RunAsync(PlaceWork work, OpenApplication application, string number, Step step, CancellationToken stop)
    {
        var (destination, old) = (step.Destination!, new { province = application.ProvinceCode, application = application.ApplicationId });
        var successor = TrackingNumber.Create(destination.ProvinceCode);
        var receipt = await log.AppendAsync(work, application, step, stop, handedOverTo: successor);
        var handed = (await work.FindAsync<HandedOver>("Applications/ReadHandedOver.sql", old))!;
        var along = await HandedOverThings.ReadAsync(work, old);
        if (application.IsTipOff) await work.ExecuteAsync("TipOffs/EmptyHandedOver.sql", old);

        await work.MoveToAsync(destination.ProvinceCode);
        var bureau = await work.FindAsync<string>("Applications/FindReceivingBureau.sql", new { province = destination.ProvinceCode, district = destination.DistrictCode, today = IstanbulTime.DayOf(step.At) })
            ?? throw new InvalidOperationException("The other province has no bureau.");
        var calendar = (await calendars.OfVersionAsync(application.CalendarVersion, stop)).Of(destination.ProvinceCode);
        var id = await work.FindAsync<long>("Applications/HandOver.sql", handed with
        {
            Province = destination.ProvinceCode, District = destination.DistrictCode, Bureau = bureau, TrackingNumber = successor, HandedOverFrom = number,
            SealedWords = handed.SealedWords is { } words ? Reseal(words) : null, SealedPhone = handed.SealedPhone is { } phone ? Reseal(phone) : null,
            DueOn = calendar.Deadline(IstanbulTime.DayOf(handed.ReceivedAt)),
            ActorRole = step.By!.RoleCode, Actor = step.By.Pseudonym,
        });
        await along.WriteAsync(work, destination.ProvinceCode, id, application.IsTipOff ? Reseal : content => content);
        return receipt;

        byte[] Reseal(byte[] box) => seal.Close(bureau, successor, seal.OpenBytes(application.BureauCode, number, box)); // another bureau's line has another key
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
        public byte[]? BoxKeyHash { get; init; }
        public DateTime ReceivedAt { get; init; }
        public string? NationalId { get; init; }
        public string? FirstName { get; init; }
        public string? LastName { get; init; }
        public string? Phone { get; init; }
        public short? BirthYear { get; init; }

        public int Province { get; init; }
        public int? District { get; init; }
        public string Bureau { get; init; } = "";
        public string TrackingNumber { get; init; } = "";
        public string HandedOverFrom { get; init; } = "";
        public DateOnly DueOn { get; init; }
        public string? ActorRole { get; init; }
        public byte[]? Actor { get; init; }
    }
}
