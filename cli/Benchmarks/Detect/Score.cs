using System.Globalization;
using AcikKapi.Analytics.Detection;

namespace AcikKapi.Cli.Benchmarks.Detect;

/// <summary>How often something planted was found in a world, or something was called that is not there.</summary>
/// <param name="Limit">At least, where a share is found; at most, where it is wrong.</param>
sealed record Score(string What, int Hits, int Of, double Limit, bool AtMost = false)
{
    /// <summary>The same over all worlds.</summary>
    public static IEnumerable<Figure> Figures(string benchmark, IEnumerable<Score> scores) => scores.GroupBy(s => s.What).Select(g => Line($"{benchmark}-{g.Key}", [.. g]));

    /// <summary>A province whose topic rises has more altogether, and so have its heading and the country's topic.</summary>
    public static bool IsPartOf(int? province, string? type, Plant plant) =>
        (province is not { } place || plant.Provinces.Contains(place)) && (type is null || IsSame(type, plant.Type));

    public static bool IsSame(string? type, string planted) => type == planted || type == SeriesWorld.Heading(planted);

    public static double Jaccard(IReadOnlyList<int> a, IReadOnlyList<int> b) => a.Intersect(b).Count() / (double)a.Union(b).Count();

    static Figure Line(string name, List<Score> scores)
    {
        var (hits, of, limit) = (scores.Sum(s => s.Hits), scores.Sum(s => s.Of), scores[0].Limit);
        return scores[0].AtMost
            ? new Figure(name, (double)hits / of, "a world", string.Create(CultureInfo.InvariantCulture, $"{hits} in {of}; at most {limit}"), hits / (double)of / limit)
            : new Figure(name, 100.0 * hits / of, "%", string.Create(CultureInfo.InvariantCulture, $"{hits} of {of} found; at least {100 * limit:N0} %"), hits / (double)of / limit);
    }
}
