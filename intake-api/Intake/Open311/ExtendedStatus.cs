using AcikKapi.Intake.Applications;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// open and closed are GeoReport's; the finer ones are those of the extension that FixMyStreet made and others took over
/// (its wiki, "Open311 FMS: Additional states").
/// </summary>
public static class ExtendedStatus
{
    public const string Open = "open", Closed = "closed";

    const string Investigating = "investigating", InProgress = "in_progress", Fixed = "fixed", NoFurtherAction = "no_further_action", NotOurs = "not_councils_responsibility";

    static readonly string[] StillOpen = [Open, Investigating, InProgress];

    public static readonly IReadOnlyList<string> All = [Open, Investigating, InProgress, Closed, Fixed, NoFurtherAction, NotOurs];

    /// <param name="status">Of the application, or a step that led to it.</param>
    /// <param name="outcome">Of the last answer.</param>
    public static string Of(string status, string? outcome) => status switch
    {
        LifeCycle.Received or LifeCycle.Reopened => Open,
        LifeCycle.WithExecutive or LifeCycle.Appealed => Investigating,
        LifeCycle.Routed or LifeCycle.Rerouted => InProgress,
        LifeCycle.Rejected or LifeCycle.AppealRefused => NoFurtherAction,
        LifeCycle.Referred => NotOurs,
        _ => outcome switch { "resolved" => Fixed, "not_resolved" or "rejected" => NoFurtherAction, "referred" => NotOurs, _ => Closed },
    };

    public static string Plain(string extended) => StillOpen.Contains(extended, StringComparer.Ordinal) ? Open : Closed;
}
