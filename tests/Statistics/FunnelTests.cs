using AcikKapi.Analytics.Statistics;
using MathNet.Numerics.Distributions;
using Xunit;

namespace AcikKapi.Tests.Statistics;

public sealed class FunnelTests
{
    /// <summary>As published for FunnelPlotR.</summary>
    [Theory]
    [InlineData(15, .5596924, 1.649348, .3862650, 2.082907)]
    [InlineData(20, .6108260, 1.544419, .4479107, 1.902094)]
    [InlineData(30, .6746958, 1.427562, .5289724, 1.702771)]
    public void ExactLimits_AreThePublishedOnes(double expected, double low95, double high95, double low99, double high99)
    {
        var (at95, at998) = (Funnel.ExactLimits(expected, 0.05), Funnel.ExactLimits(expected, 0.002));

        Assert.Equal(low95, at95.Low, 5e-7);
        Assert.Equal(high95, at95.High, 5e-6);
        Assert.Equal(low99, at998.Low, 5e-7);
        Assert.Equal(high99, at998.High, 5e-6);
    }

    [Theory, InlineData(0.0, 0.01), InlineData(0.1, 0.01), InlineData(0.2, 0.02)]
    public void NothingWrong_FewProvincesAreOutside(double trueSpread, double mostOf81)
    {
        var random = new Random(7);
        const int worlds = 200;
        var outside = Enumerable.Range(0, worlds).Sum(_ =>
        {
            var points = World(random, trueSpread);
            var between = Funnel.Between(points);
            return points.Count(p => Funnel.Limits(p.Expected, between) is var (low, high) && (p.Ratio < low || p.Ratio > high));
        });

        Assert.InRange(outside / (double)worlds, 0, 81 * mostOf81);
    }

    [Fact]
    public void Between_IsTheTrueSpread()
    {
        var random = new Random(11);

        Assert.Equal(0.2, Math.Sqrt(Enumerable.Range(0, 50).Average(_ => Funnel.Between(World(random, 0.2)))), 0.03);
        Assert.InRange(Math.Sqrt(Enumerable.Range(0, 50).Average(_ => Funnel.Between(World(random, 0)))), 0, 0.05);
    }

    [Fact]
    public void FewOrEmptyPoints_DifferByNothing()
    {
        Assert.Equal(0, Funnel.Between([]));
        Assert.Equal(0, Funnel.Between([new(5, 3)]));
        Assert.Equal(0, Funnel.Between([new(0, 0), new(0, 0), new(3, 2)]));
        Assert.Equal(0, Funnel.Between([.. Enumerable.Repeat(new FunnelPoint(4, 4), 10)]));
    }

    static List<FunnelPoint> World(Random random, double spread) =>
        [.. Enumerable.Range(0, 81).Select(_ =>
        {
            var expected = Math.Exp(3 + 3 * random.NextDouble());
            return new FunnelPoint(Poisson.Sample(random, expected * Math.Exp(spread * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))), expected);
        })];
}
