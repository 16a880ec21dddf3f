namespace AcikKapi.Intake.Applications;

/// <summary>
/// Which step may follow which: the one table (domain.md, "Life of an application"). A step's code is also the status it
/// leaves behind; a note leaves the status as it is.
/// </summary>
public static class LifeCycle
{
    public const string Received = "received";
    public const string Rejected = "rejected";
    public const string Appealed = "appealed";
    public const string AppealRefused = "appeal_refused";
    public const string Referred = "referred";
    public const string WithExecutive = "with_executive";
    public const string Routed = "routed";
    public const string Rerouted = "rerouted";
    public const string Answered = "answered";
    public const string Closed = "closed";
    public const string Reopened = "reopened";

    public const string Rated = "rated";
    public const string MarkedSpecial = "marked_special";
    public const string ConfidentialSet = "confidential_set";
    public const string ConfidentialConfirmed = "confidential_confirmed";
    public const string ConfidentialLifted = "confidential_lifted";

    static readonly Dictionary<string, string[]> Steps = new(StringComparer.Ordinal)
    {
        [Received] = [Routed, WithExecutive, Referred, Rejected],
        [WithExecutive] = [Routed, Referred, Rejected],
        [Routed] = [Answered, Rerouted, WithExecutive, Referred, Rejected],
        [Rerouted] = [Answered, Rerouted, WithExecutive, Referred, Rejected],
        [Answered] = [Closed, Reopened],
        [Closed] = [Reopened],
        [Rejected] = [Appealed],
        [Appealed] = [Reopened, AppealRefused],
        [AppealRefused] = [],
        [Reopened] = [Routed, WithExecutive, Referred, Rejected],
        [Referred] = [], // goes on under the other province's number
    };

    static readonly string[] Pending = [Received, WithExecutive, Routed, Rerouted, Reopened];

    static readonly Dictionary<string, string[]> Notes = new(StringComparer.Ordinal)
    {
        [Rated] = [Closed], // once after each closing
        [MarkedSpecial] = Pending,
        [ConfidentialSet] = Pending,
        [ConfidentialConfirmed] = [.. Steps.Keys.Where(status => status != Referred)],
        [ConfidentialLifted] = [.. Steps.Keys.Where(status => status != Referred)],
    };

    public static IReadOnlyCollection<string> Statuses => Steps.Keys;

    /// <summary>What staff record; receipt, rating and appeal are not theirs.</summary>
    public static readonly IReadOnlyList<string> StaffSteps =
    [
        Routed, Rerouted, WithExecutive, Rejected, AppealRefused, Referred, Answered, Reopened, Closed,
        MarkedSpecial, ConfidentialSet, ConfidentialConfirmed, ConfidentialLifted,
    ];

    /// <summary>Steps and notes that may follow.</summary>
    public static IEnumerable<string> After(string status) =>
        Steps[status].Concat(Notes.Where(note => note.Value.Contains(status, StringComparer.Ordinal)).Select(note => note.Key));

    public static bool IsPossible(string status, string step) => After(status).Contains(step, StringComparer.Ordinal);

    public static IReadOnlyList<string> PendingStatuses => Pending;

    /// <summary>Still waiting for an answer: its clocks run.</summary>
    public static bool IsPending(string status) => Pending.Contains(status, StringComparer.Ordinal);

    public static bool IsNote(string step) => Notes.ContainsKey(step);

    public static bool StartsUnitClock(string step) => step is Routed or Rerouted;
}
