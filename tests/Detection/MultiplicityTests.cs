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
}
