using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Statistics;
using AcikKapi.Domain.Reference;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class SpaceScanTests
{
    // 0–1–2–3–4–5 in a row, and 1–4.
    static readonly int[][] Neighbours = [[1], [0, 2, 4], [1, 3], [2, 4], [3, 5, 1], [4]];

    [Fact]
    public void Zones_AreAllConnectedSetsOfUpToFour()
    {
        var zones = Zones.Of(Neighbours).Select(z => string.Join(',', z)).ToHashSet(StringComparer.Ordinal);
        var brute = Enumerable.Range(1, 63).Select(bits => Enumerable.Range(0, 6).Where(i => (bits >> i & 1) == 1).ToArray()).Where(z => z.Length <= 4 && IsConnected(z)).Select(z => string.Join(',', z)).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(brute, zones);
        Assert.Equal(brute.Order(StringComparer.Ordinal), zones.Where(z => z.Split(',').Length <= 4).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RandomCountries_HaveTheBruteForcesBestZone()
    {
        var random = new Random(9);
        var zones = Zones.Of(Neighbours);
        for (var world = 0; world < 1000; world++)
        {
            var expected = Cumulated(random, () => random.Next(4) == 0 ? 0 : 8 * random.NextDouble());
            var counts = Cumulated(random, () => random.Next(12));

            var fewest = world % 2 * 20 * random.NextDouble();

            var (score, zone, weeks) = Brute(zones, counts, expected, fewest);
            var found = SpaceScan.Run(zones, counts, expected, fewest);

            Assert.Equal(score, found.Score, 1e-9);
            if (zone >= 0) Assert.Equal((zone, weeks), (found.Zone, found.Weeks));
        }
    }

    [Fact]
    public void FourNeighboursThatRiseByHalf_AreFoundAndAFlatCountryIsNot()
    {
        int[] zone = [76, 36, 4, 65];
        var (quiet, risen) = (Country(1, []), Country(1, zone));

        Assert.Empty(ChooseFlags.Run(DetectorKind.NeighbouringCluster, NeighbouringCluster.Judge(quiet, default)));
        var (flag, _) = Assert.Single(ChooseFlags.Run(DetectorKind.NeighbouringCluster, NeighbouringCluster.Judge(risen, default)));
        Assert.Equal("cluster", flag.Level);
        Assert.True(flag.Zone.Intersect(zone).Count() / (double)flag.Zone.Union(zone).Count() >= 0.6);
    }

    [Fact]
    public void OneProvinceThatRisesAlone_IsNoNeighbourhood()
    {
        var finding = Assert.Single(NeighbouringCluster.Judge(Country(1, [76], more: 40), default));
        Assert.Equal([76], finding.Zone);
        Assert.Equal(1, finding.PValue);
    }

    // Twenty-four cases in one week where a case a year is usual, in two neighbours: a clump, however the law of its counts is guessed.
    [Fact]
    public void ClumpWhereHardlyAnythingIsExpected_IsNoCluster()
    {
        List<WeeklySeries> country = [.. Country(1, []).Select(s => s.Key.ProvinceCode is not (76 or 36) ? s : s with { Counts = [.. s.Counts.Select((_, week) => week == s.Counts.Length - 1 ? 12 : week % 52 == 7 ? 1 : 0)] })];

        var finding = Assert.Single(NeighbouringCluster.Judge(country, default));
        Assert.True(finding.PValue > 0.01 || finding.Expected > 1);
        Assert.Empty(ChooseFlags.Run(DetectorKind.NeighbouringCluster, [finding]));
    }

    // Two strays, and since forty weeks twenty a week: the usual number may be anything, and countries drawn with it were never counted to their end.
    [Fact]
    public void ProvinceWhoseUsualNumberIsUnknown_IsLeftOut()
    {
        List<WeeklySeries> country = [.. Country(1, []).Select(s => s.Key.ProvinceCode != 76 ? s : s with { Counts = [.. s.Counts.Select((_, week) => week > 225 ? 20 : week is 50 or 56 ? 1 : 0)] })];

        var finding = Assert.Single(NeighbouringCluster.Judge(country, default));
        Assert.DoesNotContain(76, finding.Zone);
        Assert.InRange(finding.PValue, 0.01, 1);
    }

    [Fact]
    public void GumbelTail_IsTheSharesOfLargeMaxima()
    {
        var random = new Random(2);
        var fit = Gumbel.Fit([.. Enumerable.Range(0, 20_000).Select(_ => 3 - 2 * Math.Log(-Math.Log(random.NextDouble())))]);

        Assert.Equal(3, fit.Mode, 0.1);
        Assert.Equal(2, fit.Scale, 0.1);
        Assert.Equal(1e-4, fit.Above(3 + 2 * 9.21), 5e-5);
        Assert.True(fit.Above(200) > 0);
    }

    static List<WeeklySeries> Country(int seed, int[] zone, int more = 6)
    {
        var random = new Random(seed);
        return [.. Vocabulary.Current.Provinces.Select(province =>
        {
            var counts = NullWorlds.Series(random, 265, 10, 1.3);
            if (zone.Contains(province.Code))
                for (var ago = 1; ago <= 6; ago++) counts[^ago] += NullWorlds.Count(random, more, 1.3);
            return new WeeklySeries(new SeriesKey("province_heading", province.Code, null, "SOS"), NullWorlds.Monday, counts);
        })];
    }

    static double[][] Cumulated(Random random, Func<double> week)
    {
        var sum = new double[6];
        return [.. Enumerable.Range(0, 3).Select(_ => (sum = [.. sum.Select(s => s + week())]).ToArray())];
    }

    static (double, int, int) Brute(IReadOnlyList<int[]> zones, double[][] counts, double[][] expected, double fewest)
    {
        var best = (Score: 0.0, Zone: -1, Weeks: 0);
        foreach (var (w, z) in from w in Enumerable.Range(0, counts.Length) from z in Enumerable.Range(0, zones.Count) select (w, z))
        {
            var c = zones[z].Sum(p => counts[w][p]);
            var b = zones[z].Sum(p => expected[w][p]) * counts[w].Sum() / expected[w].Sum();
            var score = c > b && b > 0 && b >= fewest ? c * Math.Log(c / b) + b - c : 0;
            if (score > best.Score) best = (score, z, w + 1);
        }

        return best;
    }

    static bool IsConnected(int[] zone)
    {
        HashSet<int> reached = [zone[0]];
        while (zone.FirstOrDefault(p => !reached.Contains(p) && Neighbours[p].Any(reached.Contains), -1) is >= 0 and var next) reached.Add(next);
        return reached.Count == zone.Length;
    }
}
