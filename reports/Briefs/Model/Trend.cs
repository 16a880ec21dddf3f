namespace AcikKapi.Reports.Model;

public enum TrendStep { Week, Month }

/// <summary>
/// Applications received, a point a week; months where more than half of the weeks are hidden.
/// A point is null where it is suppressed.
/// </summary>
/// <param name="Limits">Null where there are too few points, or for periods that ended before the last.</param>
public sealed record Trend(TrendStep Step, IReadOnlyList<TrendPoint> Points, TrendLimits? Limits = null)
{
    public bool IsEmpty => Points.Count(point => point.Received is not null) < 2;
}

/// <summary><paramref name="StartOn"/> is the week's Monday or the month's first day.</summary>
public sealed record TrendPoint(DateOnly StartOn, long? Received);

/// <summary>Process limits (XmR) of the points from FromOn on; Signal and Direction (above 0: over the mean) of the last point, null where it is usual or not the last of all.</summary>
public sealed record TrendLimits
{
    public DateOnly FromOn { get; init; }
    public double Mean { get; init; }
    public double Low { get; init; }
    public double High { get; init; }
    public bool IsLast { get; init; }
    public string? Signal { get; init; }
    public int? Direction { get; init; }
}
