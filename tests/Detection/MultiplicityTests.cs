using AcikKapi.Analytics.Detection;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class MultiplicityTests
{
    [Fact]
    public void PublishedVector_IsAdjustedAsPublished()
    {
        double[] p = [.001, .008, .039, .041, .042, .06, .074, .205, .212, .216];
        double[] expected = [.01, .04, .084, .084, .084, .1, .1057142857142857, .216, .216, .216];

        var adjusted = Multiplicity.Adjust(p);

        for (var i = 0; i < p.Length; i++) Assert.Equal(expected[i], adjusted[i], 1e-12);
    }

    [Fact]
    public void Order_DoesNotMatter() =>
        Assert.Equal([0.2, 0.009, 0.2], Multiplicity.Adjust([0.2, 0.003, 0.19]).Select(p => Math.Round(p, 9)));

    [Fact]
    public void NoTests_AreNoAdjustment() => Assert.Empty(Multiplicity.Adjust([]));

    [Fact]
    public void Budget_AddsUpToTheNightsTenth() => Assert.Equal(Budget.Night, Budget.Shares.Values.Sum(), 1e-12);

    [Theory]
    [InlineData(0, 0.99, true)] // alone: the family's share over its tests
    [InlineData(0, 1.01, false)]
    [InlineData(10, 10.9, true)] // ten found elsewhere: eleven times that
    [InlineData(10, 11.1, false)]
    [InlineData(2000, 49.9, true)] // and never below Benjamini–Hochberg within the family at the whole night's rate
    [InlineData(2000, 50.1, false)]
    public void BarOfAFamily_FallsWithWhatTheNightFinds_ButNotWithoutEnd(int foundElsewhere, double timesTheShare, bool isFlagged)
    {
        const int tests = 100;
        var share = Budget.Shares[("ping_pong", "pair")];
        List<Finding> pairs = [.. Enumerable.Range(1, tests).Select(i => Test("pair", i, i == 1 ? timesTheShare * share / tests : 0.5))];
        List<Finding> others = [.. Enumerable.Range(1, foundElsewhere).Select(i => Test("unit", i, 1e-12))];

        var flags = ChooseFlags.Run([(DetectorKind.PingPong, pairs), (DetectorKind.OverdueShare, others)]);

        Assert.Equal(foundElsewhere, flags.Count(f => f.Kind == DetectorKind.OverdueShare));
        Assert.Equal(isFlagged ? [1] : [], flags.Where(f => f.Kind == DetectorKind.PingPong).Select(f => f.Finding.ProvinceCode!.Value));
        Assert.All(flags, f => Assert.InRange(f.Q, 0, Budget.Night));
    }

    [Fact]
    public void NothingToFind_AnyFlagComesInOneNightOfTen()
    {
        var random = new Random(3);
        var families = Budget.Shares.Keys.Where(k => k.Detector != "emerging_topic").ToList();
        const int nights = 2000;
        var any = Enumerable.Range(0, nights).Count(_ => ChooseFlags.Run([.. families.GroupBy(f => f.Detector).Select(detector => (
            Enum.GetValues<DetectorKind>().Single(kind => kind.Code() == detector.Key),
            (IReadOnlyList<Finding>)[.. detector.SelectMany(f => Enumerable.Range(1, 20).Select(i => Test(f.Family, i, random.NextDouble()) with { DoublingShows = 12 * random.NextDouble() }))]))]).Count > 0);

        Assert.InRange(any / (double)nights, 0.08, 0.12);
    }

    static Finding Test(string family, int place, double p) =>
        new(family, Finding.Problem, place, null, null, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31), 20, 10, 5, 15, p);
}
