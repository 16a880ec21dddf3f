namespace AcikKapi.Dashboard.SignIn;

/// <summary>What is sent to POST /v1/flag-verdicts.</summary>
public sealed record VerdictToSend(string FlagId, string Verdict, string? Reason, string? Measure, string? MeasuredOn, string? Note);

/// <summary>A flag as the intake keeps it: the last decision on it, if there is any.</summary>
public sealed record KeptFlag(string FlagId, KeptVerdict? Verdict);

public sealed record KeptVerdict(string Code, string? Reason, string? Measure, DateOnly? MeasuredOn, string? Note, string Role);
