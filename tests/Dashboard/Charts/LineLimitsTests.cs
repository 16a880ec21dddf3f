using AcikKapi.Dashboard.Pages.Charts;
using Xunit;

namespace AcikKapi.Tests.Dashboard.Charts;

public sealed class LineLimitsTests
{
    [Fact]
    public void OnePointOnTheLine_HasNotPassedIt()
    {
        // Mean 100, all moving ranges 4 but the last: 10.64 away is on the line.
        double[] values = [98, 102, 98, 102, 98, 102, 98, 102, 98, 102, 98, 102];
        var (mean, width) = (100.0, 2.66 * 4);
        var limits = Of(values)!;

        Assert.Equal((mean, mean - width, mean + width, null), (limits.Mean, limits.Low, limits.High, limits.Signal));
    }

    [Theory]
    [InlineData("beyond_limit", 1, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 140)]
    [InlineData("seven_on_one_side", -1, 120, 100, 120, 100, 120, 99, 101, 99, 101, 99, 101, 99)]
    [InlineData("seven_in_a_row", 1, 130, 126, 100, 115, 130, 96, 97, 104, 111, 118, 125, 131)]
    public void LastPoints_SignalWhatTheyAre(string signal, int direction, params int[] values)
    {
        var limits = Of([.. values.Select(v => (double)v)])!;

        Assert.Equal((signal, direction), (limits.Signal, limits.Direction));
    }

    [Fact]
    public void ElevenPoints_AHiddenOne_OrFewCases_HaveNoLimits()
    {
        double?[] values = [.. Enumerable.Range(0, 12).Select(i => (double?)(100 + i % 2))];

        Assert.NotNull(LineLimits.Of(Points(values), values));
        Assert.Null(LineLimits.Of(Points(values[1..]), values[1..]));
        Assert.Null(LineLimits.Of(Points([.. values[..11], null]), [.. values[..11], null]));
        Assert.Null(LineLimits.Of(Points(values), [.. values[..11], 19]));
    }

    [Fact]
    public void LimitsOfCounts_AreNeverBelowZero() => Assert.Equal(0, Of([20, 60, 20, 60, 20, 60, 20, 60, 20, 60, 20, 60])!.Low);

    static LineLimits? Of(double[] values) => LineLimits.Of(Points([.. values.Select(v => (double?)v)]), [.. values.Select(v => (double?)v)]);

    static LinePoint[] Points(double?[] values) => [.. values.Select((v, i) => new LinePoint { StartOn = new DateOnly(2025, 1, 1).AddMonths(i), Value = v })];
}
