using AcikKapi.Domain.Calendar;
using AcikKapi.Simulator.Texts;
using AcikKapi.Simulator.World;

namespace AcikKapi.Simulator.Story;

/// <summary>An application with its life up to the story's last day.</summary>
/// <param name="Position">In the one order of all applications, from 0.</param>
/// <param name="Who">Null: a tip-off without applicant.</param>
/// <param name="SentAt">The instant; of a tip-off the intake keeps the day only.</param>
/// <param name="Type">As given at the door; now and then none, a heading only, or a wrong one.</param>
sealed record StoryApplication(
    long Position, ProvinceWorld World, string Kind, string Channel, string? Type, Place? Place, string? Neighbourhood, string Bureau, Citizen? Who,
    bool HideIdentity, bool Confidential, bool Special, ApplicationText Text, DateTimeOffset SentAt, IReadOnlyList<StoryEvent> Events, DateOnly DueOn)
{
    public const string TipOff = "tip_off";

    public bool IsTipOff => Kind == TipOff;

    public DateOnly Day => IstanbulTime.DayOf(SentAt);

    public DateTimeOffset ReceivedAt => Events[0].At;

    /// <summary>The last step that is one of the bureau's: a rating leaves the application closed.</summary>
    public string Status => Events.Last(e => e.Event != "rated").Event;

    public string? Unit => Events.LastOrDefault(e => e.Unit is not null && e.DueOn is not null)?.Unit;
}
