using AcikKapi.Analytics.Detection;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class FarringtonFlexibleTests
{
    // Three years, two seasons a year, an outbreak in week 60. Expected values computed once with R's surveillance 1.20.3:
    // b 2, w 3, noPeriods 10, weightsThreshold 2.58, pastWeeksNotIncluded 26, pThresholdTrend 1.
    static readonly int[] Seasonal = [.. Enumerable.Range(0, 160).Select(i => i == 60 ? 40 : (i * 7 % 5) + (i % 52 < 26 ? 6 : 2))];

    [Fact]
    public void SeasonalSeries_HasTheReferencesBounds()
    {
        var fit = FarringtonFlexible.Fit(Seasonal, 159, [107, 55])!;

        Assert.Equal(8, fit.Mean, 1e-6);
        Assert.Equal(1, fit.Dispersion, 1e-6);
        Assert.False(fit.HasTrend);
        Assert.Equal(16, fit.Bound(0.01));
        Assert.Equal(15, fit.WatchBound(0.01));
    }

    [Fact]
    public void ShortHistory_IsNotTested()
    {
        var monday = new DateOnly(2026, 10, 26);

        Assert.Null(FarringtonFlexible.Fit(new int[54], 53, YearsBack.From(monday, 53)));
        Assert.NotNull(FarringtonFlexible.Fit(new int[60], 59, YearsBack.From(monday, 59)));
    }

    [Fact]
    public void YearWith53Weeks_PutsTheCounterpartsOnTheNearestMonday()
    {
        // 2026 has 53 ISO weeks. 4 January 2024 is a Thursday, nearest to the Monday three days before: 53 weeks to 2025's.
        Assert.Equal([248, 196, 143, 91, 39], YearsBack.From(new DateOnly(2027, 1, 4), 300));
    }

    [Fact]
    public void Forecast_AddsUpTheWeeksOfTheWindow()
    {
        var steady = Enumerable.Repeat(10, 260).ToArray();

        var windows = FarringtonFlexible.Windows(steady, 259, YearsBack.From(new DateOnly(2026, 10, 26), 259), 8);

        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80], windows.Select(w => Math.Round(w.Expected, 6)));
        Assert.All(windows, w => Assert.InRange(w.PValue(), 0.4, 1));
    }
}
