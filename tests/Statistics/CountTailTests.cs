using AcikKapi.Analytics.Statistics;
using Xunit;

namespace AcikKapi.Tests.Statistics;

/// <summary>Expected values from R: qnbinom, qpois, pnbinom and ppois.</summary>
public sealed class CountTailTests
{
    [Theory]
    [InlineData(0.01, 0.3, 1, 2)]
    [InlineData(0.01, 0.3, 2.5, 4)]
    [InlineData(0.001, 7, 1.4, 19)]
    [InlineData(1e-06, 12, 3, 60)]
    [InlineData(0.05, 1500, 20, 1796)]
    [InlineData(1e-05, 90000, 45, 98839)]
    [InlineData(0.1, 25, 1, 32)]
    [InlineData(0.975, 40, 2, 24)]
    public void Quantile_IsRs(double alpha, double mean, double dispersion, long expected) =>
        Assert.Equal(expected, CountTail.UpperQuantile(alpha, mean, dispersion));

    [Theory]
    [InlineData(1, 0.3, 1, 0.259181779318)]
    [InlineData(9, 0.3, 2.5, 0.000704393468629)]
    [InlineData(40, 7, 1.4, 6.1049291572e-11)]
    [InlineData(90, 12, 3, 3.78804687761e-11)]
    [InlineData(2300, 1500, 20, 2.76773957559e-05)]
    [InlineData(98000, 90000, 45, 5.40905333175e-05)]
    [InlineData(60, 25, 1, 2.11205844112e-09)]
    public void Tail_IsRs(long count, double mean, double dispersion, double expected) =>
        Assert.Equal(1, CountTail.AtLeast(count, mean, dispersion) / expected, 1e-9);
}
