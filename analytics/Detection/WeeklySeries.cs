namespace AcikKapi.Analytics.Detection;

/// <summary>Which applications a series counts; null stands for all.</summary>
public readonly record struct SeriesKey(string Family, int? ProvinceCode, int? DistrictCode, string? TypeCode, string? UnitCode = null, string? GroupCode = null);

/// <summary>Applications a week.</summary>
/// <param name="Monday">Of the last week.</param>
/// <param name="Counts">Oldest first, no gaps, beginning with the place's first whole week.</param>
public sealed record WeeklySeries(SeriesKey Key, DateOnly Monday, int[] Counts);
