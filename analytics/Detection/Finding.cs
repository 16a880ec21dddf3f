namespace AcikKapi.Analytics.Detection;

/// <summary>One test and what it saw.</summary>
/// <param name="Family">Tests that are judged together; a row of budget.csv.</param>
/// <param name="ProvinceCode">Null: the whole country.</param>
/// <param name="TypeCode">Heading or topic; null: all.</param>
/// <param name="Low">With <paramref name="High"/>, where 95 of 100 counts would lie had nothing changed.</param>
public sealed record Finding(
    string Family, string Direction, int? ProvinceCode, int? DistrictCode, string? TypeCode,
    DateOnly WindowStart, DateOnly WindowEnd, long Observed, double Expected, double Low, double High, double PValue)
{
    public const string Problem = "problem", Good = "good_practice";

    public string? UnitCode { get; init; }

    /// <summary>As told to people; the code stands where no name is known.</summary>
    public string? UnitName { get; init; }

    /// <summary>`gender:female`, `age:65+`, `circumstance:disabled` …, before it `overdue|` and the like where a share is judged.</summary>
    public string? GroupCode { get; init; }

    /// <summary>Neighbouring provinces, of a cluster only.</summary>
    public IReadOnlyList<int> Zone { get; init; } = [];

    /// <summary>A Turkish sentence more: a caveat, or what the numbers do not say.</summary>
    public string? Note { get; init; }

    /// <summary>By how many standard errors twice as many would stand out, from what is expected alone; null: not known, all of the family count alike.</summary>
    public double? DoublingShows { get; init; }

    /// <summary>What the difference consists of, where the detector itself knows; else it is looked up (<see cref="FindDrivers"/>).</summary>
    public IReadOnlyList<Driver> Parts { get; init; } = [];

    public double Ratio => Observed / Expected;

    public string Level => this switch
    {
        { Zone.Count: > 0 } => "cluster",
        { GroupCode: not null, UnitCode: null } => "group",
        { UnitCode: not null } => "unit",
        { DistrictCode: not null } => "district",
        { ProvinceCode: not null } => "province",
        _ => "country",
    };

    public int Weeks => (WindowEnd.DayNumber - WindowStart.DayNumber + 1) / 7;
}
