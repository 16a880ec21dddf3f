using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Domain;

namespace AcikKapi.Reports;

public enum ScopeLevel { Ministry, Province, District }

/// <summary>
/// Whom a brief is for: "bakanlik", "il:76" (plate code) or "ilce:76-1692" (plate and TÜİK/NVİ district id).
/// <paramref name="Code"/> is the scope_code of the published tables; the ministry's is "TR".
/// </summary>
public sealed partial record BriefScope(ScopeLevel Level, string Code, int ProvinceCode = 0, int DistrictCode = 0)
{
    public static BriefScope Ministry { get; } = new(ScopeLevel.Ministry, "TR");

    /// <summary>The folder a scope's briefs stand in: bakanlik, il-76, ilce-76-1692.</summary>
    public string Folder => Level == ScopeLevel.Ministry ? "bakanlik" : Code.Replace(':', '-');

    /// <exception cref="UserError">The text is none of the three forms.</exception>
    public static BriefScope Parse(string text)
    {
        if (text == "bakanlik") return Ministry;
        if (Province().Match(text) is { Success: true } province && Plate(province) is int plate) return OfProvince(plate);
        if (District().Match(text) is { Success: true } district && Plate(district) is int within)
            return OfDistrict(within, int.Parse(district.Groups["district"].ValueSpan, CultureInfo.InvariantCulture));
        throw new UserError($"“{text}” bir kapsam değil. Şunlardan biri olmalı: bakanlik, il:76, ilce:76-1692.");
    }

    public static BriefScope OfProvince(int plate) =>
        new(ScopeLevel.Province, string.Create(CultureInfo.InvariantCulture, $"il:{plate}"), plate);

    public static BriefScope OfDistrict(int plate, int district) =>
        new(ScopeLevel.District, string.Create(CultureInfo.InvariantCulture, $"ilce:{plate}-{district}"), plate, district);

    public override string ToString() => Level == ScopeLevel.Ministry ? "bakanlik" : Code;

    static int? Plate(Match match) =>
        int.Parse(match.Groups["plate"].ValueSpan, CultureInfo.InvariantCulture) is var plate and >= 1 and <= 81 ? plate : null;

    [GeneratedRegex("^il:(?<plate>[1-9][0-9]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Province();

    [GeneratedRegex("^ilce:(?<plate>[1-9][0-9]?)-(?<district>[1-9][0-9]{0,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex District();
}
