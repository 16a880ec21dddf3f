using System.Text.Json;

namespace AcikKapi.Domain.Reference;

/// <summary>Province outlines for choropleths. Made with Natural Earth, public domain; median area error 4 %.</summary>
public static class ProvinceOutlines
{
    static readonly Lazy<Dictionary<int, IReadOnlyList<IReadOnlyList<GeoPoint>>>> Rings = new(Parse);

    /// <summary>GeoJSON FeatureCollection, property province_code.</summary>
    public static Stream Open() => ReferenceLists.OpenFile("province_outlines.geojson");

    /// <summary>The closed rings of a province, islands and holes alike (fill even-odd).</summary>
    /// <exception cref="UserError">There is no such province.</exception>
    public static IReadOnlyList<IReadOnlyList<GeoPoint>> Of(int provinceCode) =>
        Rings.Value.GetValueOrDefault(provinceCode) ?? throw new UserError($"There is no province {provinceCode}.");

    static Dictionary<int, IReadOnlyList<IReadOnlyList<GeoPoint>>> Parse()
    {
        using var stream = Open();
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("features").EnumerateArray().ToDictionary(
            f => f.GetProperty("properties").GetProperty("province_code").GetInt32(),
            f => RingsOf(f.GetProperty("geometry")));
    }

    static IReadOnlyList<IReadOnlyList<GeoPoint>> RingsOf(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates").EnumerateArray();
        var rings = geometry.GetProperty("type").GetString() == "MultiPolygon" ? coordinates.SelectMany(p => p.EnumerateArray()) : coordinates;
        return [.. rings.Select(IReadOnlyList<GeoPoint> (ring) => [.. ring.EnumerateArray().Select(p => new GeoPoint(p[1].GetDouble(), p[0].GetDouble()))])];
    }
}
