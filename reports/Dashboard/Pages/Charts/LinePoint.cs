namespace AcikKapi.Dashboard.Pages.Charts;

/// <summary>A point of a line; Value null where it is hidden.</summary>
public sealed record LinePoint
{
    public DateOnly StartOn { get; init; }
    public double? Value { get; init; }
}
