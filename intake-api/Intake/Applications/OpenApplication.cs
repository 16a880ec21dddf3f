using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>An application locked for its next step, so that two callers cannot take it from the same status.</summary>
/// <param name="CalendarVersion">Of the calendar in force, which stays so until the transaction ends.</param>
public sealed record OpenApplication(
    short ProvinceCode, long ApplicationId, string KindCode, string Status, string? UnitCode, int? DistrictCode, bool Sealed, DateOnly DueOn,
    int CalendarVersion, DateTime LastAt);

/// <summary>What is to be recorded; <paramref name="By"/> is null where the citizen does it.</summary>
public sealed record Step(
    string Event, DateTimeOffset At, string? UnitCode = null, string? OutcomeCode = null, int? Score = null, string? Reason = null, StaffMember? By = null);

/// <param name="DueDate">The applicant's clock.</param>
/// <param name="UnitDueDate">The unit's, where this step started it.</param>
public sealed record StepReceipt(string Status, DateOnly DueDate, DateOnly? UnitDueDate);
