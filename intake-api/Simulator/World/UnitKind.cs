using System.Globalization;
using AcikKapi.Domain.Reference;

namespace AcikKapi.Simulator.World;

/// <summary>A kind of unit that provinces, and some districts, have (Data/units.txt); {il} and {ilçe} stand for the place.</summary>
/// <param name="Name">Empty: not in ordinary provinces.</param>
/// <param name="MetropolitanName">Empty: as elsewhere.</param>
/// <param name="DistrictName">Empty: none in districts.</param>
sealed record UnitKind(string Code, string Name, string MetropolitanName, string Institution, string KindCode, string DistrictName, double MedianDays)
{
    public const string Municipality = "BEL";
    public const string MetropolitanMunicipality = "BSB";

    public static IReadOnlyList<UnitKind> All { get; } =
        [.. Fields.Of("units.txt").Select(f => new UnitKind(f[0], f[1], f[2], f[3], f[4], f[5], Fields.Number(f[6])))];

    /// <summary>The province's own unit of this kind and one in each district that is not its centre.</summary>
    public IEnumerable<Unit> In(Province province, IEnumerable<District> districts, ulong seed)
    {
        var name = province.IsMetropolitan && MetropolitanName.Length > 0 ? MetropolitanName : Name;
        var hasOwn = name.Length > 0 && !(Code == Municipality && province.IsMetropolitan); // there each district has its municipality
        if (hasOwn) yield return Make(string.Create(CultureInfo.InvariantCulture, $"{province.Code}-{Code}"), name, province, null, seed);
        if (DistrictName.Length == 0) yield break;
        foreach (var district in districts.Where(d => !d.IsCentral))
            yield return Make(string.Create(CultureInfo.InvariantCulture, $"{province.Code}-{district.Code}-{Code}"), DistrictName, province, district, seed);
    }

    Unit Make(string code, string name, Province province, District? district, ulong seed)
    {
        string Fill(string text) => text
            .Replace("{il}", district is null ? province.Name : district.Name, StringComparison.Ordinal)
            .Replace("{ilçe}", district?.Name, StringComparison.Ordinal);
        return new Unit(code, Fill(name), Fill(Institution), KindCode, province.Code, district?.Code, UnitHabits.Drawn(MedianDays, Dice.For(seed, code)));
    }
}
