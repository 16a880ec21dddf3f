using AcikKapi.Intake.Applications;

namespace AcikKapi.Intake.Notifications;

/// <summary>Which SMS tells of which step, in the version now in use (art. 10-ç).</summary>
public sealed record MessageTemplate(string Code, short Version)
{
    public static MessageTemplate Received { get; } = new("received", 1);

    static readonly MessageTemplate Routed = new("routed", 1), Answered = new("answered", 1), Rejected = new("rejected", 1), Referred = new("referred", 1), AppealRefused = new("appeal_refused", 1);

    public static IReadOnlyList<MessageTemplate> InUse { get; } = [Received, Routed, Answered, Rejected, Referred, AppealRefused];

    /// <summary>Null where the applicant is not told.</summary>
    public static MessageTemplate? For(string step) => step switch
    {
        LifeCycle.Routed or LifeCycle.Rerouted => Routed,
        LifeCycle.Answered => Answered,
        LifeCycle.Rejected => Rejected,
        LifeCycle.Referred => Referred,
        LifeCycle.AppealRefused => AppealRefused,
        _ => null,
    };
}
