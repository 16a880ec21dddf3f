namespace AcikKapi.Simulator.Story;

/// <summary>One step in the life of an application, as the intake's log has it. Actor is a pseudonym; null where a citizen acts.</summary>
/// <param name="DueOn">The unit's clock, at a routing.</param>
sealed record StoryEvent(
    string Event, DateTimeOffset At, string? Unit = null, string? Role = null, byte[]? Actor = null, string? Outcome = null, int? Score = null,
    string? Reason = null, DateOnly? DueOn = null);
