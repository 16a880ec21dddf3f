namespace AcikKapi.Analytics.Detection;

/// <summary>One row of `flags`, as the outside contract names its columns. Dates are local days, inclusive.</summary>
public sealed record Flag(
    string Detector, string Direction, string Level, string PlaceCode, string? DistrictCode, string? UnitCode,
    string? TypeCode, string? GroupCode, DateOnly WindowStart, DateOnly WindowEnd, long Observed, double Expected,
    double Ratio, double Low, double High, double PValue, double QValue, string Sentence)
{
    public required string FlagId { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>`TR`, `il:76` or `ilce:76-1692`: the key of dim_scope.</summary>
    public required string ScopeCode { get; init; }

    /// <summary>What was counted, for whoever tells the numbers anew; empty: applications.</summary>
    public required string Counted { get; init; }
}
