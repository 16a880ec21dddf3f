using AcikKapi.Analytics.Statistics;

namespace AcikKapi.Analytics.Detection;

/// <summary>Whose share is judged: a province, a district or a unit.</summary>
public readonly record struct RateSubject(int ProvinceCode, int? DistrictCode, string? UnitCode)
{
    public string Family => UnitCode is not null ? "unit" : DistrictCode is not null ? "district" : "province";
}

/// <summary>Its cases in the window, how many were bad, and how many would be, had each case its like's share in the country.</summary>
public sealed record RateRow(RateSubject Subject, string? UnitName, long Cases, long Observed, double Expected, double Variance)
{
    public FunnelPoint Point => new(Observed, Expected, Variance);
}
