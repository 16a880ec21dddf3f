using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Intake.Staff;

/// <summary>'76' a province, '76-1692' one of its districts, nothing: the whole country.</summary>
public sealed record StaffPlace(int? ProvinceCode, int? DistrictCode)
{
    /// <exception cref="UserError">There is no such place.</exception>
    public static StaffPlace Parse(string? text)
    {
        if (text is null) return new StaffPlace(null, null);
        var parts = text.Split('-', 2);
        var province = Number(parts[0]);
        int? district = parts.Length == 2 ? Number(parts[1]) ?? 0 : null;
        var known = province is { } p && Vocabulary.Current.Provinces.Contains(p)
            && (district is null || Vocabulary.Current.Districts.Find(district.Value)?.ProvinceCode == p);
        return known ? new StaffPlace(province, district) : throw new UserError($"There is no place '{text}': give a plate code (76) or plate code and district (76-1692).");
    }

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
