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

/// <summary>What share (0 to 1) of a place's applications was answered within so many working days, of those that waited so long.</summary>
public sealed record Waiting(string Name, IReadOnlyList<WaitingPoint> Points)
{
    /// <summary>The term of art. 5-o.</summary>
    public const int TermDays = 7;

    public double Within(int days) => Points.LastOrDefault(point => point.Days <= days)?.Share ?? 0;

    /// <summary>Working days after which half was answered; null if it never was.</summary>
    public int? HalfAfter => Points.FirstOrDefault(point => point.Share >= 0.5)?.Days;
}

/// <summary>A step of the curve.</summary>
public sealed record WaitingPoint
{
    public string Level { get; init; } = "";
    public int Days { get; init; }
    public double Share { get; init; }
}
