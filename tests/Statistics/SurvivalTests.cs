using AcikKapi.Analytics.Statistics;
using Xunit;

namespace AcikKapi.Tests.Statistics;

public sealed class SurvivalTests
{
    // survival::aml, both groups: weeks, and whether they ended.
    static readonly (int Time, bool Ended)[] Aml =
    [
        (9, true), (13, true), (13, false), (18, true), (23, true), (28, false), (31, true), (34, true), (45, false), (48, true), (161, false),
        (5, true), (5, true), (8, true), (8, true), (12, true), (16, false), (23, true), (27, true), (30, true), (33, true), (43, true), (45, true),
    ];

    [Fact]
    public void Aml_HasThePublishedCurve()
    {
        var curve = KaplanMeier.Curve(Rows(Aml));

        Assert.Equal(27, KaplanMeier.Median(curve));
        Assert.Equal(0.5465838509316770, curve.Single(s => s.Time == 23).Survival, 1e-12);
    }

    /// <summary>R: survdiff(Surv(time, status) ~ x, aml): observed 7 and 11, expected 10.69 and 7.31, χ² 3.4.</summary>
    [Fact]
    public void AmlsTwoArms_HaveThePublishedLogRank()
    {
        var test = LogRank.Of(Rows(Aml[..11]), Rows(Aml[11..]));

        Assert.Equal(7, test.Observed);
        Assert.Equal(10.69, test.Expected, 0.005);
        Assert.Equal(3.4, test.Slowness * test.Slowness, 0.05);
    }

    [Fact]
    public void MedianOfClosedCasesAlone_IsTooShort()
    {
        // Half of the cases take a week, half wait still after three.
        (int, bool)[] cases = [.. Enumerable.Repeat((7, true), 50), .. Enumerable.Repeat((20, false), 51)];

        Assert.Null(KaplanMeier.Median(KaplanMeier.Curve(Rows(cases))));
    }

    [Fact]
    public void NoCase_IsNoCurve()
    {
        Assert.Empty(KaplanMeier.Curve([]));
        Assert.Null(KaplanMeier.Median([]));
        Assert.Equal(0, LogRank.Of([], []).Slowness);
        Assert.Equal(0, LogRank.Of(Rows([(3, true)]), []).Slowness);
    }

    [Fact]
    public void CompetingEndings_AddUpToAllThatEnded()
    {
        (int, int)[] cases = [(1, 1), (2, 2), (2, 1), (3, 0), (4, 2), (5, 1), (6, 0)];

        var (answered, handedOn) = (KaplanMeier.CumulativeIncidence(cases, 1), KaplanMeier.CumulativeIncidence(cases, 2));
        var waiting = KaplanMeier.Curve(cases.Select(c => new AgeRow(c.Item1, 0, 1, c.Item2 == 0 ? 0 : 1)).Prepend(new AgeRow(0, cases.Length, 0, 0)));

        Assert.Equal(1 - waiting[^1].Survival, answered[^1].Share + handedOn[^1].Share, 1e-12);
    }

    static IEnumerable<AgeRow> Rows(IReadOnlyCollection<(int Time, bool Ended)> cases) =>
        cases.Select(c => new AgeRow(c.Time, 0, 1, c.Ended ? 1 : 0)).Prepend(new AgeRow(0, cases.Count, 0, 0));
}
