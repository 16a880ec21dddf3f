namespace AcikKapi.Reports.Model;

/// <summary>What earlier flags became: the latest that were judged, and of all judged how many were real.</summary>
/// <param name="Record">Null where nothing was judged yet.</param>
public sealed record EarlierFlags(IReadOnlyList<EarlierFlag> Latest, FlagRecord? Record);

/// <summary>Ratio is the rate after over the rate before, with its 95 % interval; null where too little can be compared.</summary>
public sealed record EarlierFlag
{
    public string Subject { get; init; } = "";
    public DateOnly FirstSeen { get; init; }
    public string Verdict { get; init; } = "";
    public string? Reason { get; init; }
    public string? Measure { get; init; }
    public DateOnly? MeasuredOn { get; init; }
    public string Result { get; init; } = "";
    public double? Ratio { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
}

/// <summary>HitRate is confirmed of judged, between 0 and 1, with its 95 % interval.</summary>
public sealed record FlagRecord
{
    public int Judged { get; init; }
    public int Confirmed { get; init; }
    public double HitRate { get; init; }
    public double Low { get; init; }
    public double High { get; init; }
}
