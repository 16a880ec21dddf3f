using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>An application locked for its next step, so that two callers cannot take it from the same status.</summary>
/// <param name="CalendarVersion">Of the calendar in force, which stays so until the transaction ends.</param>
public sealed record OpenApplication(
    short ProvinceCode, long ApplicationId, string KindCode, string? TypeCode, string Status, string BureauCode, string? UnitCode, int? DistrictCode, bool StateOfEmergency,
    bool Special, bool Sealed, bool HideIdentity, DateOnly DueOn,
    int CalendarVersion, DateTime LastAt)
{
    public bool IsTipOff => KindCode == Submission.TipOff;
}

/// <summary>What is to be recorded; <see cref="By"/> is null where the citizen does it.</summary>
public sealed record Step(string Event, DateTimeOffset At)
{
    public StaffMember? By { get; init; }
    public string? UnitCode { get; init; }

    /// <summary>The rule that chose the unit, where nobody did.</summary>
    public string? RuleCode { get; init; }
    public string? OutcomeCode { get; init; }
    public int? Score { get; init; }

    /// <summary>Of a rejection: a code of rejection_reasons.csv.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>In free words; never leaves the intake.</summary>
    public string? Reason { get; init; }

    /// <summary>Of an answer: what the applicant is told, and that the unit's manager knows of it (art. 5-o).</summary>
    public string? Answer { get; init; }
    public bool? ManagerInformed { get; init; }

    /// <summary>Of a special application: 1 to 3, 3 the highest.</summary>
    public int? Importance { get; init; }

    /// <summary>Where another province's matter goes on.</summary>
    public SubmissionLocation? Destination { get; init; }
}

/// <param name="DueDate">The applicant's clock.</param>
/// <param name="UnitDueDate">The unit's, where this step started it.</param>
/// <param name="HandedOverTo">The tracking number in the other province.</param>
/// <param name="UnitCode">Where it lies now.</param>
/// <param name="LinkedLeft">Linked to it and not answered by this step, which ended it: each waits for an answer of its own now.</param>
public sealed record StepReceipt(
    string Status, DateOnly DueDate, DateOnly? UnitDueDate, string? HandedOverTo = null, string? UnitCode = null, IReadOnlyList<string>? LinkedLeft = null);
