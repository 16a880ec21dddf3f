namespace AcikKapi.Intake.Applications;

/// <summary>Which step may follow which: the one table. A step's code is also the status it leaves behind.</summary>
public static class LifeCycle
{
    public const string Received = "received";
    public const string Rejected = "rejected";
    public const string Referred = "referred";
    public const string WithExecutive = "with_executive";
    public const string Routed = "routed";
    public const string Rerouted = "rerouted";
    public const string Answered = "answered";
    public const string Closed = "closed";
    public const string Reopened = "reopened";
    public const string Rated = "rated"; // once after each closing; the status stays closed

    static readonly Dictionary<string, string[]> Steps = new(StringComparer.Ordinal)
    {
        [Received] = [Routed, WithExecutive, Referred, Rejected],
        [WithExecutive] = [Routed, Referred, Rejected],
        [Routed] = [Answered, Rerouted, WithExecutive, Referred, Rejected],
        [Rerouted] = [Answered, Rerouted, WithExecutive, Referred, Rejected],
        [Answered] = [Closed, Reopened],
        [Closed] = [Reopened],
        [Rejected] = [Reopened], // an accepted appeal
        [Reopened] = [Routed, WithExecutive, Referred, Rejected],
        [Referred] = [], // goes on under the other province's number
    };

    public static IReadOnlyCollection<string> Statuses => Steps.Keys;

    /// <summary>Steps that staff record; the first step and the rating are not theirs.</summary>
    public static readonly IReadOnlyList<string> StaffSteps =
        [Routed, Rerouted, WithExecutive, Rejected, Referred, Answered, Reopened, Closed];

    public static IReadOnlyList<string> After(string status) => Steps[status];

    public static bool IsPossible(string status, string step) => Steps[status].Contains(step, StringComparer.Ordinal);

    public static bool StartsUnitClock(string step) => step is Routed or Rerouted;
}
