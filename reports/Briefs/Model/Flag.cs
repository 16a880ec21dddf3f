namespace AcikKapi.Reports.Model;

/// <summary>The flags that concern a brief: at most five lead it, <paramref name="Total"/> were raised.</summary>
public sealed record FlagList(IReadOnlyList<Flag> Leading, int Total)
{
    public int Problems => Leading.Count(flag => !flag.IsGood);
}

/// <summary>
/// One flag with its evidence; numbers are null where too few cases stand behind them. Between Low and High
/// 95 of 100 counts would lie had nothing changed.
/// </summary>
public sealed record Flag
{
    public string Direction { get; init; } = "";
    public string Level { get; init; } = "";
    public string? Place { get; init; }
    public string? Unit { get; init; }
    public string? Type { get; init; }
    public DateOnly WindowStart { get; init; }
    public DateOnly WindowEnd { get; init; }
    public double? Observed { get; init; }
    public double? Expected { get; init; }
    public double? Ratio { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double? QValue { get; init; }
    public string Sentence { get; init; } = "";

    public bool IsGood => Direction == "good_practice";
}
