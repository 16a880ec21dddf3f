using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Notifications;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>The append-only log of an application: lock it, then append one step, all in the caller's transaction.</summary>
public sealed class ApplicationLog(Calendars calendars, QuietHours quietHours)
{
    /// <summary>Null where there is none. No leave can be added until the transaction ends, so its deadlines are by the calendar in force.</summary>
    public static async Task<OpenApplication?> LockAsync(PlaceWork work, int province, string number)
    {
        // Two statements: what the second reads is newer than the locks, whoever held them before.
        await work.FindAsync<long?>("Applications/LockApplication.sql", new { province, number, calendar = Calendars.Lock });
        return await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number });
    }

    /// <summary>One row of the log; the status, unit and deadline it leaves behind; the SMS that tells of it.</summary>
    public async Task<StepReceipt> AppendAsync(PlaceWork work, OpenApplication application, Step step, CancellationToken stop)
    {
        // Never before the step it follows, whatever the clocks of two servers say.
        var at = step.At.UtcDateTime < application.LastAt ? application.LastAt : step.At.UtcDateTime;
        var calendar = (await calendars.OfVersionAsync(application.CalendarVersion, stop)).Of(application.ProvinceCode);
        var day = IstanbulTime.DayOf(at);
        var dueOn = step.Event == LifeCycle.Reopened ? calendar.Deadline(day) : application.DueOn;
        DateOnly? unitDueOn = LifeCycle.StartsUnitClock(step.Event) ? calendar.Deadline(day) : null;
        var status = step.Event == LifeCycle.Rated ? application.Status : step.Event;
        var template = MessageTemplate.For(step.Event);
        var isTipOff = application.KindCode == Submission.TipOff;
        await work.ExecuteAsync("Applications/AppendEvent.sql", new
        {
            province = application.ProvinceCode, application = application.ApplicationId, @event = step.Event, at, status,
            unit = step.UnitCode ?? application.UnitCode, outcome = step.OutcomeCode, score = step.Score, reason = step.Reason,
            dueOn, unitDueOn, role = step.By?.RoleCode, actor = step.By?.Pseudonym,
            template = template?.Code, templateVersion = template?.Version,
            messageAt = isTipOff ? IstanbulTime.StartOfDay(day).UtcDateTime : at, notBefore = quietHours.NotBefore(at, isTipOff).UtcDateTime,
        });
        return new StepReceipt(status, dueOn, unitDueOn);
    }
}
