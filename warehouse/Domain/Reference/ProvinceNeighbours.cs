namespace AcikKapi.Domain.Reference;

/// <summary>Which provinces touch. From OpenStreetMap outlines, ODbL: see Reference/osm/README.md.</summary>
public static class ProvinceNeighbours
{
    static readonly Lazy<ILookup<int, int>> Pairs = new(() =>
        ReferenceLists.Read("province_neighbours.csv", r => (A: r.GetInt32(0), B: r.GetInt32(1)))
            .SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) })
            .Order()
            .ToLookup(pair => pair.A, pair => pair.B));

    /// <summary>Codes of the provinces that share a border with this one, ascending.</summary>
    public static IReadOnlyList<int> Of(int provinceCode) => [.. Pairs.Value[provinceCode]];
}
