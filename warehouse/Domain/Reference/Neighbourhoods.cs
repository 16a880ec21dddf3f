using System.Globalization;
using System.IO.Compression;

namespace AcikKapi.Domain.Reference;

/// <summary>Neighbourhoods and villages by district (neighbourhoods.txt.gz): "Söğütlü Mahallesi", "Karakuyu Köyü". Read once, when first asked.</summary>
public static class Neighbourhoods
{
    static readonly Lazy<Dictionary<int, string[]>> ByDistrict = new(() => Lines()
        .Select(line => line.Split('|'))
        .ToDictionary(f => int.Parse(f[0], CultureInfo.InvariantCulture), f => f[1..].Select(Whole).ToArray()));

    /// <summary>At least one; the same order on every machine. None for a district that does not exist.</summary>
    public static IReadOnlyList<string> Of(int districtCode) => ByDistrict.Value.TryGetValue(districtCode, out var names) ? names : [];

    static string Whole(string name) => name[^1] switch
    {
        '~' => name[..^1] + " Mahallesi",
        '^' => name[..^1] + " Köyü",
        _ => name,
    };

    static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(new GZipStream(ReferenceLists.OpenFile("neighbourhoods.txt.gz"), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }
}
