using AcikKapi.Dashboard.Pages.Charts;
using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Overview;

/// <summary>The first page: what the briefs say of a place and period, and the control chart of the measure that is asked for.</summary>
public sealed record OverviewModel(Brief Brief, Control Control);

/// <param name="Kind">week or month.</param>
public sealed record Control(string Kind, IReadOnlyList<LinePoint> Points, LineLimits? Limits);

/// <summary>The same for one type, group or unit. Places is empty where counts by place are not told.</summary>
public sealed record FocusModel(FocusCount Count, string Kind, IReadOnlyList<LinePoint> Points, IReadOnlyList<PlaceRow> Places)
{
    public LineLimits? Limits { get; } = LineLimits.Of(Points, [.. Points.Select(p => p.Value)]);
}

/// <summary>Of one period; Previous… and YearAgo… as in key figures; AllReceived of all applications of the place.</summary>
public sealed record FocusCount
{
    public long? Received { get; init; }
    public long? Previous { get; init; }
    public long? YearAgo { get; init; }
    public long? AllReceived { get; init; }
}
