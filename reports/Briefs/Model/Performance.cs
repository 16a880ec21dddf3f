namespace AcikKapi.Reports.Model;

/// <summary>A unit's queue; shares 0 to 1, weeks of its own capacity, and between Low and High its queue in 13 weeks with a chance of 80 %.</summary>
public sealed record QueueRow
{
    public string Name { get; init; } = "";
    public string State { get; init; } = "";
    public long? OpenNow { get; init; }
    public double? Utilisation { get; init; }
    public long? WeeksOfWork { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
}

/// <summary>What a place or unit has of one kind of bad cases, over what its like have in the country, with the limits that chance and nature allow.</summary>
public sealed record FunnelRow
{
    public string Criterion { get; init; } = "";
    public string Name { get; init; } = "";
    public double Ratio { get; init; }
    public double Low { get; init; }
    public double High { get; init; }
    public string State { get; init; } = "";

    public bool IsUsual => State == "usual";
}

/// <summary>Of one criterion: how many were judged, and those outside the limits, by name.</summary>
public sealed record Funnel(string Name, int Judged, IReadOnlyList<FunnelRow> Outside);
