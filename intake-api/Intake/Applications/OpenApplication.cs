using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>An application locked for its next step, so that two callers cannot take it from the same status.</summary>
public sealed record OpenApplication(
    short ProvinceCode, long ApplicationId, string KindCode, string Status, string? UnitCode, int? DistrictCode, bool Sealed, DateOnly DueOn, DateTime LastAt)
{
    public static async Task<OpenApplication?> LockAsync(PlaceWork work, int province, string number)
    {
        // Two statements: what the second reads is newer than the lock, whoever held it before.
        await work.FindAsync<long?>("Applications/LockApplication.sql", new { province, number });
        return await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number });
    }

    /// <summary>One row of the append-only log, and the status, unit and deadline it leaves behind.</summary>
    public async Task<StepReceipt> AppendAsync(PlaceWork work, Step step)
    {
        // Never before the step it follows, whatever the clocks of two servers say.
        var at = step.At.UtcDateTime < LastAt ? LastAt : step.At.UtcDateTime;
        var day = IstanbulTime.DayOf(at);
        var isReopening = step.Event == LifeCycle.Reopened;
        var dueOn = isReopening ? WorkingCalendar.Turkey.Deadline(day) : DueOn;
        DateOnly? unitDueOn = LifeCycle.StartsUnitClock(step.Event) ? WorkingCalendar.Turkey.Deadline(day) : null;
        var status = step.Event == LifeCycle.Rated ? Status : step.Event;
        await work.ExecuteAsync("Applications/AppendEvent.sql", new
        {
            province = ProvinceCode, application = ApplicationId, @event = step.Event, at, status,
            unit = step.UnitCode ?? UnitCode, outcome = step.OutcomeCode, score = step.Score, reason = step.Reason,
            dueOn, unitDueOn, role = step.By?.RoleCode, actor = step.By?.Pseudonym,
        });
        return new StepReceipt(status, dueOn, unitDueOn);
    }
}

/// <summary>What is to be recorded; <paramref name="By"/> is null where the citizen does it.</summary>
public sealed record Step(
    string Event, DateTimeOffset At, string? UnitCode = null, string? OutcomeCode = null, int? Score = null, string? Reason = null, StaffMember? By = null);

/// <param name="DueDate">The applicant's clock.</param>
/// <param name="UnitDueDate">The unit's, where this step started it.</param>
public sealed record StepReceipt(string Status, DateOnly DueDate, DateOnly? UnitDueDate);
