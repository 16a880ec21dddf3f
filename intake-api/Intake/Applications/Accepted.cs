using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>A submission with what the bureau adds: when it came, from where, through whom.</summary>
public sealed record Accepted(Submission Submission, DateTimeOffset At, string Origin, StaffMember? Officer)
{
    public DateOnly Day { get; } = IstanbulTime.DayOf(At);

    public bool IsTipOff => Submission.Kind == Submission.TipOff;

    /// <summary>Of a tip-off the day's first instant: its clock time is kept nowhere.</summary>
    public DateTimeOffset ReceivedAt => IsTipOff ? IstanbulTime.StartOfDay(Day) : At;

    /// <summary>On unless declined; of tip-offs off unless asked for, and nobody can be told where nobody is named.</summary>
    public bool Notify => Submission.Applicant is not null && (Submission.Notify ?? !IsTipOff);

    /// <summary>Confidential ones are sealed from the first moment (art. 5-l).</summary>
    public bool IsSealed => Submission.Confidential;
}
