using System.Globalization;

namespace AcikKapi.Simulator.Texts;

/// <summary>Neighbourhoods and villages by district (Data/neighbourhoods.txt.gz): "Söğütlü Mahallesi", "Karakuyu Köyü".</summary>
public static class Neighbourhoods
{
    private static readonly Dictionary<int, string[]> ByDistrict = DataFiles.Lines("neighbourhoods.txt.gz")
        .Select(line => line.Split('|'))
        .ToDictionary(f => int.Parse(f[0], CultureInfo.InvariantCulture), f => f[1..].Select(Whole).ToArray());

    /// <summary>At least one; the same order on every machine.</summary>
    public static IReadOnlyList<string> Of(int districtCode) => ByDistrict[districtCode];

    private static string Whole(string name) => name[^1] switch
    {
        '~' => name[..^1] + " Mahallesi",
        '^' => name[..^1] + " Köyü",
        _ => name,
    };
}
