namespace AcikKapi.Dashboard.Pages.Charts;

/// <summary>A point of a line; Value null where it is hidden.</summary>
public sealed record LinePoint
{
    public DateOnly StartOn { get; init; }
    public double? Value { get; init; }
}

/// <summary>Process limits (XmR) of a line, and what its last point signals.</summary>
public sealed record LineLimits(double Mean, double Low, double High, string? Signal, int? Direction);
