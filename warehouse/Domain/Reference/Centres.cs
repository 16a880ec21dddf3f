namespace AcikKapi.Domain.Reference;

/// <summary>Centre points of provinces and districts. © OpenStreetMap contributors, ODbL: see Reference/osm/README.md.</summary>
public static class Centres
{
    static readonly Lazy<Dictionary<int, GeoPoint>> Provinces = new(() => Load("province_centres.csv"));
    static readonly Lazy<Dictionary<int, GeoPoint>> Districts = new(() => Load("district_centres.csv"));

    /// <exception cref="UserError">There is no such province.</exception>
    public static GeoPoint OfProvince(int code) =>
        Provinces.Value.TryGetValue(code, out var point) ? point : throw new UserError($"There is no province {code}.");

    /// <summary>20 of the 973 are marked is_suspect in the file: near, but perhaps not the district's seat.</summary>
    /// <exception cref="UserError">There is no such district.</exception>
    public static GeoPoint OfDistrict(int code) =>
        Districts.Value.TryGetValue(code, out var point) ? point : throw new UserError($"There is no district {code}.");

    static Dictionary<int, GeoPoint> Load(string file) =>
        ReferenceLists.Read(file, r => (Code: r.GetInt32(0), Point: new GeoPoint(r.GetDouble(1), r.GetDouble(2)))).ToDictionary(c => c.Code, c => c.Point);
}
