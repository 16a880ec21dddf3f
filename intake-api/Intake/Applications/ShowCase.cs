using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Attachments;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>One step as staff see it: by which role, not by whom; its words only with those of the application.</summary>
public sealed record CaseStep(short No, string Event, string At, string? Unit, string? Role, string? Outcome, string? ReasonCode, DateOnly? UnitDueDate);

/// <param name="WorkingDaysLeft">Of the applicant's clock; the unit's beside it where it lies with one.</param>
/// <param name="NeedsEscort">Elderly, disabled, ill, a martyr's relative or a veteran (art. 8-a, 10-g).</param>
/// <param name="Owner">Whose of the bureau's team, by name; null: nobody's.</param>
/// <param name="Next">The steps that this officer may record now.</param>
public sealed record ApplicationCase(
    string TrackingNumber, string Kind, string? TypeCode, string Channel, string Status, string Origin, int? DistrictCode, string BureauCode, string? UnitCode, string? UnitName,
    string ReceivedAt, DateOnly DueDate, int WorkingDaysLeft, DateOnly? UnitDueDate, int? UnitWorkingDaysLeft,
    bool Special, short? Importance, bool Sealed, bool HideIdentity, bool StateOfEmergency, bool NeedsEscort, string? Owner, string? LinkedTo, int Followers,
    string? HandedOverTo, string? HandedOverFrom, IReadOnlyList<CaseStep> Steps, IReadOnlyList<AttachedFile> Files, IReadOnlyList<string> Next);

/// <summary>GET /v1/applications/{trackingNumber}/case: all of an application that is no word and no person, and what can be done with it.</summary>
public sealed class ShowCase(PlaceTransaction database, AuthenticateStaff staff, Calendars calendars, TimeProvider time)
{
    sealed record Row(
        string ChannelCode, string Origin, string? UnitName, DateTime ReceivedAt, short? Importance, bool NeedsEscort, string? Owner, string? LinkedTo, int Followers, string? HandedOverTo, string? HandedOverFrom);

    sealed record StepRow(short EventNo, string EventCode, DateTime At, string? UnitName, string? ActorRoleCode, string? OutcomeCode, string? ReasonCode, DateOnly? DueOn);

    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToOpen(officer, province) is { } refusal) return Problems.Refused(refusal);
        var calendar = (await calendars.RefreshAsync(stop)).Of(province);
        var today = IstanbulTime.DayOf(time.GetUtcNow());
        return await database.RunAsync<IResult>(province, async work =>
        {
            var application = await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number = trackingNumber });
            if (application is null) return Problems.NotFound;
            if (Authorization.ToReadWords(officer!, application) is { } forbidden) return Problems.Refused(forbidden);
            var of = new { province, application = application.ApplicationId };
            var row = (await work.FindAsync<Row>("Applications/ShowCase.sql", of))!;
            var steps = await work.ListAsync<StepRow>("Applications/ListSteps.sql", of);
            var files = await work.ListAsync<AttachedFile>("Attachments/ListAttachments.sql", of);
            var unitDue = LifeCycle.StartsUnitClock(application.Status) ? steps.Last(s => s.DueOn is not null).DueOn : null;
            return TypedResults.Ok(new ApplicationCase(
                trackingNumber, application.KindCode, application.TypeCode, row.ChannelCode, application.Status, row.Origin, application.DistrictCode, application.BureauCode, application.UnitCode, row.UnitName,
                TurkishTime.Of(row.ReceivedAt, application.KindCode), application.DueOn, ListApplications.Left(calendar, today, application.DueOn), unitDue, unitDue is { } due ? ListApplications.Left(calendar, today, due) : null,
                application.Special, row.Importance, application.Sealed, application.HideIdentity, application.StateOfEmergency, row.NeedsEscort, row.Owner, row.LinkedTo, row.Followers, row.HandedOverTo, row.HandedOverFrom,
                [.. steps.Select(s => new CaseStep(s.EventNo, s.EventCode, TurkishTime.Of(s.At, application.KindCode), s.UnitName, s.ActorRoleCode, s.OutcomeCode, s.ReasonCode, s.DueOn))],
                files,
                [.. LifeCycle.After(application.Status).Where(step => LifeCycle.StaffSteps.Contains(step, StringComparer.Ordinal) && Authorization.ToRecord(officer!, step, application) is null && IsSensible(application, step))]));
        }, stop, Authorization.SeesSealed(officer!));
    }

    /// <summary>What RecordEvent would refuse because of the seal alone need not be offered.</summary>
    static bool IsSensible(OpenApplication application, string step) => step switch
    {
        LifeCycle.ConfidentialSet => !application.Sealed,
        LifeCycle.ConfidentialConfirmed or LifeCycle.ConfidentialLifted => application.Sealed,
        _ => true,
    };
}
