namespace AcikKapi.Analytics.Evidence;

/// <summary>A row of the ledger: one thing that was flagged on one or more nights.</summary>
/// <param name="FlagId">The flag's own id on the first night.</param>
/// <param name="EpisodeNo">1, and one more each time it comes back after more than two weeks without.</param>
/// <param name="State">new, continuing or ended, as of the night asked for.</param>
/// <param name="EndedOn">The first night run on which it was not found any more.</param>
/// <param name="Nights">On how many nights it was found.</param>
/// <param name="Since">The earliest day that any night's flag spoke of.</param>
/// <param name="Sentence">Of the last night it was found.</param>
public sealed record Matter(
    string FlagId, int EpisodeNo, string State, DateOnly FirstSeen, DateOnly LastSeen, DateOnly? EndedOn, int Nights, DateOnly Since,
    string Detector, string Direction, string Level, string ScopeCode, string? UnitCode, string? TypeCode, string? GroupCode,
    double Ratio, double QValue, string Sentence);
