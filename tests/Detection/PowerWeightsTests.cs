using AcikKapi.Analytics.Detection;
using CsCheck;
using MathNet.Numerics.Distributions;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class PowerWeightsTests
{
    [Fact]
    public void Weights_AreOneOnAverage_AndLeaveEveryTestItsPart() =>
        Gen.OneOf(Gen.Double[0, 30], Gen.Const(0.0), Gen.Const(1e-9), Gen.Double[50, 1e6]).Array[1, 300].Sample(shows =>
        {
            var weights = PowerWeights.Of([.. shows.Select(Test)]);
            Assert.Equal(1, weights.Average(), 1e-9);
            Assert.All(weights, weight => Assert.InRange(weight, PowerWeights.Even - 1e-9, shows.Length));
        }, iter: 1000);

    [Fact]
    public void TestsOfOneStrength_CountAlike() => Assert.All(PowerWeights.Of([.. Enumerable.Repeat(2.5, 40).Select(Test)]), weight => Assert.Equal(1, weight, 1e-9));

    [Fact]
    public void WhereNobodyKnowsWhatADoublingShows_AllCountAlike() =>
        Assert.Equal([1, 1, 1], PowerWeights.Of([Test(3), Test(9) with { DoublingShows = null }, Test(0.1)]));

    [Fact]
    public void WhatShowsAnywayAndWhatCannotShow_GetLessThanWhatBarelyShows()
    {
        var weights = PowerWeights.Of([.. Enumerable.Repeat(0.5, 500).Concat(Enumerable.Repeat(4.0, 200)).Concat(Enumerable.Repeat(20.0, 50)).Select(Test)]);

        Assert.Equal(PowerWeights.Even, weights[0], 0.01);
        Assert.InRange(weights[500], 2, 4);
        Assert.Equal(PowerWeights.Even, weights[^1], 0.01);
    }

    /// <summary>Doublings of a country whose pairs are like Zipf's: with the same sum of error more of them pass the bar.</summary>
    [Fact]
    public void ACountryOfFewFrequentAndManyRarePairs_HasMoreDoublingsFound()
    {
        const double error = 0.1;
        double[] shows = [.. Enumerable.Range(1, 1500).Select(rank => Math.Min(20, 100.0 / rank))];
        var weights = PowerWeights.Of([.. shows.Select(Test)]);

        double Found(Func<int, double> weight) => Enumerable.Range(0, shows.Length).Sum(i => Normal.CDF(0, 1, shows[i] + Normal.InvCDF(0, 1, error / shows.Length * weight(i))));

        Assert.InRange(Found(i => weights[i]) / Found(_ => 1), 1.15, 2);
    }

    static Finding Test(double shows) =>
        new("province_topic", Finding.Problem, 6, null, null, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31), 20, 10, 5, 15, 0.5) { DoublingShows = shows };
}
