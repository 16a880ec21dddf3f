using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;

namespace AcikKapi.Intake.Open311;

/// <summary>
/// Where a request lies: address_id is a district's id; a point lies in the province around it, at the nearest district centre;
/// an address must name one district. The latter two are approximate. A point beside an address_id says where in the district.
/// </summary>
public sealed record RequestPlace(District District, GeoPoint? Point, string? Address, bool IsApproximate)
{
    const int LongestAddress = 500;

    /// <summary>No district reaches farther from its centre; nearer than this a coarse outline may be wrong, not the program.</summary>
    const double FarthestKm = 60;

    /// <summary>Null with the sentences of what is wrong.</summary>
    public static RequestPlace? Read(Call call, Province? jurisdiction, List<string> faults)
    {
        var point = PointOf(call, faults);
        var address = call["address_string"];
        if (address?.Length > LongestAddress || address?.Any(char.IsControl) == true) faults.Add($"address_string: en çok {LongestAddress} karakter olabilir, tek satırdır.");
        if (faults.Count > 0) return null;

        District? district;
        if (call["address_id"] is { } id)
        {
            district = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? Vocabulary.Current.Districts.Find(code) : null;
            if (district is null) faults.Add("address_id: böyle bir ilçe kodu yok; TÜİK/NVİ ilçe kodu olmalı.");
            else if (point is { } beside && IsElsewhere(beside, district)) faults.Add("lat, long: bu nokta address_id ile verilen ilçede değil. İkisinden birini düzeltin ya da yalnız birini gönderin.");
        }
        else if (point is { } where)
        {
            district = PlaceOfPoint.Find(where);
            if (district is null) faults.Add("lat, long: bu nokta Türkiye'de değil.");
        }
        else if (address is not null)
        {
            district = NamedIn(address, jurisdiction);
            if (district is null) faults.Add("address_string: adreste tek bir ilçe adı bulunamadı. İl ve ilçe adını yazın ya da lat ve long verin.");
        }
        else
        {
            district = null;
            faults.Add("Yer verilmedi: lat ile long, address_id (ilçe kodu) ya da address_string gerekir.");
        }
        if (district is not null && jurisdiction is not null && district.ProvinceCode != jurisdiction.Code) faults.Add($"Bu yer {Jurisdiction.Of(jurisdiction)} sınırları içinde değil.");
        return district is null || faults.Count > 0 ? null : new RequestPlace(district, point, address, call["address_id"] is null);
    }

    static bool IsElsewhere(GeoPoint point, District district) =>
        PlaceOfPoint.Find(point)?.ProvinceCode != district.ProvinceCode && PlaceOfPoint.Km(point, Centres.OfDistrict(district.Code)) > FarthestKm;

    static GeoPoint? PointOf(Call call, List<string> faults)
    {
        var (latitude, longitude) = (call["lat"], call["long"]);
        if (latitude is null && longitude is null) return null;
        if (Degrees(latitude, 90) is { } north && Degrees(longitude, 180) is { } east) return new GeoPoint(north, east);
        faults.Add("lat, long: ikisi de ondalık derece (WGS 84) olmalı, örneğin 39.92 ve 44.04.");
        return null;
    }

    static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    /// <summary>The one district whose name, or whose province's and its own, the address holds as words; a central one by its province alone.</summary>
    static District? NamedIn(string address, Province? jurisdiction)
    {
        var words = Words(address);
        var provinces = Vocabulary.Current.Provinces.Where(p => jurisdiction is null ? Holds(words, p.Name) : p.Code == jurisdiction.Code).Select(p => p.Code).ToHashSet();
        var near = Vocabulary.Current.Districts.Where(d => provinces.Count == 0 || provinces.Contains(d.ProvinceCode)).ToList();
        var named = near.Where(d => !d.IsCentral && Holds(words, d.Name)).ToList();
        if (named.Count == 0 && provinces.Count == 1) named = [.. near.Where(d => d.IsCentral)];
        return named.Count == 1 ? named[0] : null;
    }

    static string Words(string text) => $" {string.Join(' ', TurkishText.FoldToAscii(text).Split([' ', ',', '.', '/', '-', '(', ')', ':', ';', '\''], StringSplitOptions.RemoveEmptyEntries))} ";

    static bool Holds(string words, string name) => words.Contains(Words(name), StringComparison.Ordinal);
}
