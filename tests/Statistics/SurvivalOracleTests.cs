using System.Globalization;
using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Statistics;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Statistics;

/// <summary>Waiting times and adjusted p-values beside R: survfit, survdiff, p.adjust (ACIKKAPI_ORACLES=1; Debian r-cran-survival).</summary>
public sealed class SurvivalOracleTests
{
    [Fact]
    public void ThousandRandomSets_HaveRsCurves()
    {
        var sets = RScript.Lines("Statistics/survival.R", "survival");

        Assert.Equal(1000, sets.Length);
        foreach (var line in sets)
        {
            var f = line.Split(';');
            var (entered, ended, cause, group) = (Numbers(f[0]), Numbers(f[1]), Numbers(f[2]), Numbers(f[3]));
            AssertCurve(KaplanMeier.Curve(Ages(entered, ended, cause)), Numbers(f[4]), Numbers(f[5]), Numbers(f[6]), Numbers(f[7]), Numbers(f[8]), Numbers(f[9])[0]);
            AssertIncidence(KaplanMeier.CumulativeIncidence([.. ended.Zip(cause, (t, c) => ((int)t!, (int)c!))], 1), Numbers(f[13]), Numbers(f[14]));
            if (Numbers(f[10]) is [{ } observed] && Numbers(f[11]) is [{ } expected] && Numbers(f[12]) is [{ } variance])
            {
                var test = LogRank.Of(Group(1), Group(2));
                Assert.Equal(observed, test.Observed);
                Assert.Equal(expected, test.Expected, 1e-12 * Math.Max(1, expected));
                Assert.Equal(variance, test.Variance, 1e-12 * Math.Max(1, variance));
            }

            IEnumerable<AgeRow> Group(int number)
            {
                var own = Enumerable.Range(0, group.Length).Where(i => group[i] == number).ToArray();
                return Ages([.. own.Select(_ => (double?)0)], [.. own.Select(i => ended[i])], [.. own.Select(i => cause[i])]);
            }
        }
    }

    [Fact]
    public void ThousandRandomNights_HaveRsAdjustedPValues()
    {
        foreach (var line in RScript.Lines("Statistics/p_adjust.R", "stats"))
            if (line.Split(';') is [var given, var adjusted])
                foreach (var (ours, theirs) in Multiplicity.Adjust([.. Numbers(given).Select(p => p!.Value)]).Zip(Numbers(adjusted)))
                    Assert.Equal(theirs!.Value, ours, 1e-12);
    }

    static void AssertCurve(IReadOnlyList<SurvivalStep> ours, double?[] times, double?[] survival, double?[] variance, double?[] low, double?[] high, double? median)
    {
        Assert.Equal(times, ours.Select(s => (double?)s.Time));
        for (var i = 0; i < times.Length; i++)
        {
            Assert.Equal(survival[i]!.Value, ours[i].Survival, 1e-12);
            if (survival[i] < 1e-12) continue; // everyone answered: R says nothing more
            Assert.Equal(variance[i]!.Value, ours[i].Variance, 1e-12);
            Assert.Equal(low[i]!.Value, ours[i].Interval!.Value.Low, 1e-12);
            Assert.Equal(high[i]!.Value, ours[i].Interval!.Value.High, 1e-12);
        }

        Assert.Equal(median, KaplanMeier.Median(ours));
    }

    static void AssertIncidence(IReadOnlyList<(int Time, double Share)> ours, double?[] times, double?[] shares)
    {
        foreach (var (time, share) in times.Zip(shares))
            Assert.Equal(share!.Value, ours.LastOrDefault(s => s.Time <= time).Share, 1e-12);
        Assert.Subset(times.ToHashSet(), ours.Select(s => (double?)s.Time).ToHashSet());
    }

    // R counts a case from after the day it entered.
    static IEnumerable<AgeRow> Ages(double?[] entered, double?[] ended, double?[] cause) => Enumerable.Range(0, ended.Length).SelectMany(i => new[]
    {
        new AgeRow((int)entered[i]! + 1, 1, 0, 0), new AgeRow((int)ended[i]!, 0, 1, cause[i] == 1 ? 1 : 0),
    });

    static double?[] Numbers(string list) => list == ""
        ? []
        : [.. list.Split(',').Select(n => n == "NA" ? (double?)null : double.Parse(n, CultureInfo.InvariantCulture))];
}
