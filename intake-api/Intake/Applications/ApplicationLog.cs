using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Text;
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
    public async Task<StepReceipt> AppendAsync(PlaceWork work, OpenApplication application, Step step, CancellationToken stop, string? handedOverTo = null)
    {
        // Never before the step it follows, whatever the clocks of two servers say.
        var at = step.At.UtcDateTime < application.LastAt ? application.LastAt : step.At.UtcDateTime;
        var calendar = (await calendars.OfVersionAsync(application.CalendarVersion, stop)).Of(application.ProvinceCode);
        var day = IstanbulTime.DayOf(at);
        var dueOn = step.Event == LifeCycle.Reopened ? calendar.Deadline(day) : application.DueOn;
        DateOnly? unitDueOn = LifeCycle.StartsUnitClock(step.Event) ? calendar.Deadline(day) : null;
        var status = LifeCycle.IsNote(step.Event) ? application.Status : step.Event;
        var template = MessageTemplate.For(step.Event);
        bool? seals = step.Event switch { LifeCycle.ConfidentialSet => true, LifeCycle.ConfidentialLifted => false, _ => null };
        await work.ExecuteAsync("Applications/AppendEvent.sql", new
        {
            province = application.ProvinceCode, application = application.ApplicationId, @event = step.Event, at, status,
            unit = step.UnitCode ?? application.UnitCode, ruleCode = step.RuleCode, outcome = step.OutcomeCode, score = step.Score,
            reasonCode = step.ReasonCode, reason = step.Reason, answer = step.Answer, managerInformed = step.ManagerInformed, importance = step.Importance,
            dueOn, unitDueOn, role = step.By?.RoleCode, actor = step.By?.Pseudonym, handedOverTo,
            seals, scrubbedText = seals == false ? await ScrubAsync(work, application) : null,
            template = template?.Code, templateVersion = template?.Version,
            messageAt = application.IsTipOff ? IstanbulTime.StartOfDay(day).UtcDateTime : at, notBefore = quietHours.NotBefore(at, application.IsTipOff).UtcDateTime,
        });
        return new StepReceipt(status, dueOn, unitDueOn, handedOverTo, step.UnitCode ?? application.UnitCode);
    }

    /// <summary>What may leave the intake again once it is no longer sealed; a tip-off's words never do.</summary>
    static async Task<string?> ScrubAsync(PlaceWork work, OpenApplication application)
    {
        if (application.IsTipOff) return null;
        var words = await work.FindAsync<Words>("Applications/ReadWords.sql", new { province = application.ProvinceCode, application = application.ApplicationId });
        return words is null ? null : Scrubber.Scrub($"{words.Subject}\n{words.Body}", [.. new[] { words.FirstName, words.LastName }.OfType<string>()]);
    }

    sealed record Words(string? Subject, string? Body, string? FirstName, string? LastName);
}
