using AcikKapi.Domain.Reference;

namespace AcikKapi.Analytics.Detection;

/// <summary>What a rise consists of, from the tests one level below it in the same window.</summary>
static class Drivers
{
    const double LeastShare = 0.15;
    const int MostNamed = 2;
    const int FewestCases = 8; // fewer are printed nowhere

    public static IReadOnlyList<Driver> Of(Finding rise, IReadOnlyList<Finding> all)
    {
        var excess = rise.Observed - rise.Expected;
        return [.. all.Where(part => IsPart(part, rise) && part.Observed >= FewestCases && part.WindowStart == rise.WindowStart)
            .Select(part => new Driver(Name(part, rise), Math.Min(1, (part.Observed - part.Expected) / excess)))
            .Where(d => d.Share >= LeastShare)
            .OrderByDescending(d => d.Share)
            .Take(MostNamed)];
    }

    static bool IsPart(Finding part, Finding rise) => rise switch
    {
        { Family: "province" } => part.Family == "province_topic" && part.ProvinceCode == rise.ProvinceCode,
        { Family: "province_heading" } => part.Family == "province_topic" && part.ProvinceCode == rise.ProvinceCode
            && Vocabulary.Current.Types[part.TypeCode!].HeadingCode == rise.TypeCode,
        { Family: "country_type" } => part.Family is "province_topic" or "province_heading" && part.TypeCode == rise.TypeCode,
        _ => false,
    };

    static string Name(Finding part, Finding rise) => rise.ProvinceCode is null
        ? Vocabulary.Current.Provinces[part.ProvinceCode!.Value].Name
        : Vocabulary.Current.Types[part.TypeCode!].NameTr;
}
