namespace AcikKapi.Dashboard.SignIn;

/// <summary>What is sent to POST /v1/flag-verdicts.</summary>
public sealed record VerdictToSend(string FlagId, string Verdict, string? Reason, string? Measure, string? MeasuredOn, string? Note);

/// <summary>A flag as the intake keeps it: the last decision on it, if there is any.</summary>
public sealed record KeptFlag(string FlagId, KeptVerdict? Verdict);

public sealed record KeptVerdict(string Code, string? Reason, string? Measure, DateOnly? MeasuredOn, string? Note, string Role);

/// <summary>A view that the officer saved.</summary>
/// <param name="Address">Below the root.</param>
public sealed record KeptView(long No, string Name, string Address);

/// <summary>A brief that somebody of the place ordered.</summary>
/// <param name="DoneOn">The night's day; null: it waits.</param>
/// <param name="Problem">Why the night could not print it.</param>
public sealed record KeptOrder(string Scope, string Period, DateOnly? DoneOn, string? Problem);
