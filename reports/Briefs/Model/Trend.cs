namespace AcikKapi.Reports.Model;

public enum TrendStep { Week, Month }

/// <summary>
/// Applications received, a point a week; months where more than half of the weeks are hidden.
/// A point is null where it is suppressed.
/// </summary>
public sealed record Trend(TrendStep Step, IReadOnlyList<TrendPoint> Points)
{
    public bool IsEmpty => Points.Count(point => point.Received is not null) < 2;
}

/// <summary><paramref name="StartOn"/> is the week's Monday or the month's first day.</summary>
public sealed record TrendPoint(DateOnly StartOn, long? Received);
