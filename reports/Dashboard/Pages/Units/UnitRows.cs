using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Units;

/// <summary>A unit in the list of its place.</summary>
public sealed record UnitLine
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public long? Routed { get; init; }
    public long? Due { get; init; }
    public long? Overdue { get; init; }
    public long? Answered { get; init; }
    public long? Reopened { get; init; }
    public string? State { get; init; }
    public long? OpenNow { get; init; }
    public double? Utilisation { get; init; }
    public long? WeeksOfWork { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public long? MedianDays { get; init; }
    public double? Within7 { get; init; }

    public Ratio OverdueShare => Ratio.Of(Overdue, Due);
}

public sealed record UnitMonth
{
    public DateOnly StartOn { get; init; }
    public long? Routed { get; init; }
    public long? Due { get; init; }
    public long? Overdue { get; init; }
}

public sealed record Waiting
{
    public string Level { get; init; } = "";
    public long? Cases { get; init; }
    public long? MedianDays { get; init; }
    public long? P90Days { get; init; }
    public double? Within7 { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
}

/// <summary>Of a unit, district, province or the country: the share answered within so many working days.</summary>
public sealed record CurvePoint
{
    public string Level { get; init; } = "";
    public int Days { get; init; }
    public double Share { get; init; }
}

public sealed record ForecastWeek
{
    public int WeeksAhead { get; init; }
    public double Low { get; init; }
    public double Median { get; init; }
    public double High { get; init; }
    public long? OpenNow { get; init; }
    public long? Capacity { get; init; }
    public long? Arrivals { get; init; }
    public double? Utilisation { get; init; }
    public string State { get; init; } = "";
}

/// <summary>All that the file tells of one unit.</summary>
public sealed record UnitModel(string Code, string Name, IReadOnlyList<UnitMonth> Months, IReadOnlyList<Waiting> Waiting, IReadOnlyList<CurvePoint> Curve, IReadOnlyList<ForecastWeek> Forecast, IReadOnlyList<FunnelRow> Funnel);
