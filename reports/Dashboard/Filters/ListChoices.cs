namespace AcikKapi.Dashboard.Filters;

/// <summary>A period that the file tells of.</summary>
public sealed record PeriodChoice
{
    public string Code { get; init; } = "";
    public string Kind { get; init; } = "";
}

/// <summary>A unit of a place.</summary>
public sealed record UnitChoice
{
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
}
