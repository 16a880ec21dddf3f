using AcikKapi.Analytics.Statistics;
using AcikKapi.Dashboard.Pages.Charts;
using AcikKapi.Tests.Star;
using AcikKapi.Warehouse;
using Dapper;
using Xunit;

namespace AcikKapi.Tests.Performance;

/// <summary>The marts' SQL beside the statistics in C#, which have oracles of their own: both must say the same of every place and unit.</summary>
public sealed class MartOracleTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    const double Same = 1e-9;

    // Dapper asks for settable properties where a constructor would have to be chosen.
    sealed record Step
    {
        public string Place { get; init; } = "";
        public int Days { get; init; }
        public int N { get; init; }
        public int LeftBy { get; init; }
        public double Survival { get; init; }
        public double Greenwood { get; init; }
        public double EndedBy { get; init; }
    }

    sealed record Point
    {
        public string Criterion { get; init; } = "";
        public long Observed { get; init; }
        public double Expected { get; init; }
        public double Variance { get; init; }
        public double Low { get; init; }
        public double High { get; init; }
        public double Between { get; init; }
    }

    sealed record Control
    {
        public string Series { get; init; } = "";
        public DateOnly StartOn { get; init; }
        public double Value { get; init; }
        public double Mean { get; init; }
        public double Low { get; init; }
        public double High { get; init; }
        public string? Signal { get; init; }
        public bool IsWhole { get; init; }
    }

    [Fact]
    public void StageCurves_AreKaplanMeiersAndAalenJohansens()
    {
        var curves = Read<Step>("""
            select level || ' ' || code || ' ' || stage as Place, days as Days, n as N, left_by as LeftBy, survival as Survival, greenwood as Greenwood, ended_by as EndedBy
            from mart_stage_curve order by 1, 2
            """).GroupBy(step => step.Place).ToList();

        Assert.True(curves.Count > 50);
        Assert.All(curves, curve => AssertSame([.. curve]));
        Assert.Contains(curves, curve => curve.Any(step => step.N > step.LeftBy) && curve.Last().EndedBy < 1 - curve.Last().Survival - Same); // who still waits, and who left another way
    }

    [Fact]
    public void Funnels_HaveTheLimitsOfTheFunnelInStatistics()
    {
        var funnels = Read<Point>("""
            select f.level || ' ' || f.criterion_code as Criterion, f.observed::bigint as Observed, f.expected as Expected, s.variance as Variance, f.lower_limit as Low, f.upper_limit as High, f.tau2 as Between
            from mart_funnel as f join mart_standardised as s using (level, code, criterion_code)
            """).GroupBy(point => point.Criterion).ToList();

        Assert.True(funnels.Count > 10);
        Assert.Contains(funnels, funnel => funnel.First().Between > 0);
        Assert.All(funnels, funnel =>
        {
            var between = Funnel.Between([.. funnel.Select(point => new FunnelPoint(point.Observed, point.Expected, point.Variance))]);
            Assert.All(funnel, point =>
            {
                // An expected count of E with variance V is worth E²/V of a Poisson's.
                var (low, high) = Funnel.Limits(point.Expected * point.Expected / point.Variance, between);
                Assert.Equal((0, 0, 0), (Apart(between, point.Between), Apart(low, point.Low), Apart(high, point.High)));
            });
        });
    }

    /// <summary>The workbench draws limits around types and units itself; around places both must say the same.</summary>
    [Fact]
    public void ControlCharts_HaveTheWorkbenchsLimitsAndSignals()
    {
        var charts = Read<Control>("""
            select scope_code || ' ' || measure || ' ' || period_kind as Series, start_on as StartOn, value as Value, mean as Mean, lower_limit as Low, upper_limit as High, signal as Signal,
              start_on = max(start_on) over (partition by period_kind) as IsWhole
            from mart_xmr where measure <> 'satisfaction' order by 1, 2
            """).GroupBy(point => point.Series).Where(series => series.Last().IsWhole).ToList();

        Assert.True(charts.Count > 50);
        foreach (var signal in (string?[])["beyond_limit", "seven_on_one_side", null]) Assert.Contains(charts, series => series.Last().Signal == signal);
        Assert.All(charts, series =>
        {
            var limits = LineLimits.Of([.. series.Select(p => new LinePoint { StartOn = p.StartOn, Value = p.Value })], [.. series.Select(_ => (double?)LineLimits.FewestCases)])!;
            var last = series.Last();
            Assert.Equal((0, 0, 0, last.Signal), (Apart(limits.Mean, last.Mean), Apart(limits.Low, last.Low), Apart(limits.High, last.High), limits.Signal));
        });
    }

    static void AssertSame(Step[] curve)
    {
        // All came at 0; who still waits leaves at the age he has.
        var rows = curve.Select(step => new AgeRow(step.Days, 0, step.N, step.LeftBy)).Prepend(new AgeRow(-1, curve.Sum(step => step.N), 0, 0));
        var expected = KaplanMeier.Curve(rows);
        Assert.Equal(expected.Select(step => step.Time), curve.Where(step => step.LeftBy > 0).Select(step => step.Days));
        Assert.All(expected.Zip(curve.Where(step => step.LeftBy > 0)), pair => Assert.Equal(
            (0, 0), (Apart(pair.First.Survival, pair.Second.Survival), Apart(pair.First.Variance, pair.Second.Survival * pair.Second.Survival * pair.Second.Greenwood))));

        const int waits = 0, ended = 1, competed = 2;
        var cases = new List<(int Time, int Cause)>();
        var (atRisk, waiting, before) = (curve.Sum(step => step.N), 1.0, 0.0);
        foreach (var step in curve)
        {
            // The mart keeps the curve alone: how many ended as they should is what its step is made of, so whole cases and no more than left.
            var answered = (step.EndedBy - before) * atRisk / waiting;
            Assert.Equal(Math.Round(answered), answered, 1e-6);
            Assert.InRange((int)Math.Round(answered), 0, step.LeftBy);
            cases.AddRange([.. Cases(step, (int)Math.Round(answered), ended), .. Cases(step, step.LeftBy - (int)Math.Round(answered), competed), .. Cases(step, step.N - step.LeftBy, waits)]);
            (atRisk, waiting, before) = (atRisk - step.N, step.Survival, step.EndedBy);
        }

        Assert.All(KaplanMeier.CumulativeIncidence(cases, ended), at => Assert.Equal(0, Apart(at.Share, curve.Single(step => step.Days == at.Time).EndedBy)));

        static IEnumerable<(int, int)> Cases(Step step, int count, int cause) => Enumerable.Repeat((step.Days, cause), count);
    }

    static double Apart(double a, double b) => Math.Abs(a - b) <= Same * Math.Max(1, Math.Abs(a)) ? 0 : a - b;

    List<T> Read<T>(string sql)
    {
        using var star = DuckDb.Open(warehouse.Small.Paths.Warehouse, readOnly: true);
        return [.. star.Query<T>(sql)];
    }
}
