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
    public double Ratio => Observed / Expected;

    public string Level => DistrictCode is not null ? "district" : ProvinceCode is not null ? "province" : "country";

    public int Weeks => (WindowEnd.DayNumber - WindowStart.DayNumber + 1) / 7;
}
