using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <param name="Importance">Of a special one, 3 the highest; null where it is only confidential.</param>
/// <param name="Decided">Of a confidential one: whether the executive line has confirmed the seal since it was last set.</param>
/// <param name="Waits">True while somebody of the executive line has to act: to direct it, or to confirm or lift the seal.</param>
/// <param name="WorkingDaysLeft">To the applicant's due day; negative: so many over.</param>
/// <param name="UnitDueDate">Of the unit it was directed to last.</param>
public sealed record FollowUp(
    string TrackingNumber, bool Special, short? Importance, bool Sealed, bool Decided, bool Waits, string? TypeCode, int? DistrictCode, string Status, string? UnitCode,
    DateOnly DueDate, int WorkingDaysLeft, DateOnly? UnitDueDate, string LastStep, string LastAt, string? Outcome);

/// <summary>
/// GET /v1/follow-ups: what the executive directs and follows up (art. 5-l, 10-c): the place's special and confidential applications
/// that are not closed, what waits for a decision first, then by importance and due day.
/// </summary>
public sealed class ListFollowUps(SettingsDesk desk)
{
    sealed record Row(
        string TrackingNumber, string KindCode, bool Special, short? Importance, bool Sealed, bool Decided, string? TypeCode, int? DistrictCode, string Status, string? UnitCode,
        DateOnly DueOn, DateOnly? UnitDueOn, string LastStep, DateTime LastAt, string? OutcomeCode, bool Waits);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, today) =>
    {
        int province = officer.ProvinceCode!.Value;
        var calendar = (await Calendars.InsideAsync(work)).Of(province);
        var rows = await work.ListAsync<Row>("Applications/ListFollowUps.sql", new { province, district = officer.DistrictCode });
        return TypedResults.Ok(rows
            .Select(r => new FollowUp(
                r.TrackingNumber, r.Special, r.Importance, r.Sealed, r.Decided, r.Waits, r.TypeCode, r.DistrictCode, r.Status, r.UnitCode,
                r.DueOn, calendar.WorkingDaysBetween(today, r.DueOn), r.UnitDueOn, r.LastStep, TurkishTime.Of(r.LastAt, r.KindCode), r.OutcomeCode)));
    }, stop, Authorization.ToFollowUp);
}
