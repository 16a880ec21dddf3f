using AcikKapi.Domain.Reference;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// Sets of provinces that a cluster may cover: every connected set of up to four, and from each province the growing disc of
/// its neighbours, their neighbours and so on, up to half the country.
/// </summary>
public static class Zones
{
    const int LargestAnyShape = 4;

    static readonly Lazy<IReadOnlyList<int[]>> OfTurkey = new(() =>
    {
        var codes = Vocabulary.Current.Provinces.Codes.Order().ToList();
        return Of([.. codes.Select(code => ProvinceNeighbours.Of(code).Select(n => codes.IndexOf(n)).Where(n => n >= 0).ToArray())]);
    });

    /// <summary>By index into the provinces in the order of their codes.</summary>
    public static IReadOnlyList<int[]> Turkey => OfTurkey.Value;

    /// <param name="neighbours">Of each place, the indices of those it touches.</param>
    public static IReadOnlyList<int[]> Of(IReadOnlyList<int[]> neighbours)
    {
        var zones = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var frontier = Enumerable.Range(0, neighbours.Count).Select(place => new[] { place }).ToList();
        for (var size = 1; size <= LargestAnyShape && frontier.Count > 0; size++)
        {
            var larger = new Dictionary<string, int[]>(StringComparer.Ordinal);
            foreach (var zone in frontier)
            {
                zones.TryAdd(Key(zone), zone);
                foreach (var place in zone.SelectMany(p => neighbours[p]).Except(zone))
                {
                    int[] grown = [.. zone.Append(place).Order()];
                    larger.TryAdd(Key(grown), grown);
                }
            }

            frontier = [.. larger.Values];
        }

        foreach (var disc in Enumerable.Range(0, neighbours.Count).SelectMany(centre => Discs(centre, neighbours))) zones.TryAdd(Key(disc), disc);
        return [.. zones.Values];
    }

    static IEnumerable<int[]> Discs(int centre, IReadOnlyList<int[]> neighbours)
    {
        List<int> inside = [centre];
        for (var at = 0; at < inside.Count; at++)
            foreach (var next in neighbours[inside[at]].Order())
                if (!inside.Contains(next)) inside.Add(next);
        for (var size = LargestAnyShape + 1; size <= Math.Min(inside.Count, neighbours.Count / 2); size++) yield return [.. inside.Take(size).Order()];
    }

    static string Key(int[] zone) => string.Join(',', zone);
}
