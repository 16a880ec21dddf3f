using AcikKapi.Analytics.Detection;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class SuddenRiseTests
{

    [Theory, InlineData(1.0), InlineData(1.5), InlineData(3.0)]
    public void NothingPlanted_PValuesKeepTheirNominalRate(double dispersion)
    {
        // Measured over 10,000 series for each of several means 0.5 … 60 a week, φ 1 … 3, and two, four and five years of
        // history: at nominal 1 % false 0.2–1.6 %, at 0.1 % 0–0.4 %, at 0.01 % 0–0.04 %, but for single
        // weeks of mean 0.5 and φ 3 0.1–0.2 %: so few and so scattered that no smooth law of counts fits their tail.
        var random = new Random(42);
        var windows = Enumerable.Range(0, Suites.Slow ? 4000 : 400).SelectMany(i =>
        {
            var counts = NullWorlds.Series(random, 270, Math.Exp(4 * random.NextDouble()), dispersion);
            return FarringtonFlexible.Windows(counts, 269, YearsBack.From(NullWorlds.Monday, 269), 8);
        }).Where(w => w.Weeks is 1 or 4 or 8).ToList();

        Assert.InRange(windows.Average(w => w.PValue() <= 0.05 ? 1.0 : 0), 0, 0.065);
        Assert.InRange(windows.Average(w => w.PValue() <= 0.01 ? 1.0 : 0), 0, 0.018);
    }

    [Fact]
    public void NothingPlanted_FewWorldsHaveAnyFlag()
    {
        var worlds = Suites.Slow ? 300 : 40;
        var withFlag = Enumerable.Range(0, worlds).Count(seed => Flags(NullWorlds.World(seed, provinces: 6, topics: 12)).Count > 0);

        Assert.InRange(withFlag, 0, worlds / 10);
    }

    [Fact]
    public void TwiceAsManyInOneProvince_AreFoundWithinEightWeeks()
    {
        var trials = Suites.Slow ? 200 : 25;
        var (byWeek4, byWeek8) = (0, 0);
        for (var seed = 0; seed < trials; seed++)
        {
            var world = Planted(seed);
            if (IsFound(world, weeksBefore: 4)) byWeek4++;
            if (Enumerable.Range(0, 5).Any(weeks => IsFound(world, weeks))) byWeek8++;
        }

        // 12 a week is near the lower end of what can be seen after four weeks: were μ and φ known, 85 % would be found.
        Assert.InRange(byWeek4, 0.55 * trials, trials);
        Assert.InRange(byWeek8, 0.94 * trials, trials);
    }

    // One topic of one province doubles in the last eight weeks; its usual number is 12 a week.
    static List<WeeklySeries> Planted(int seed)
    {
        var world = NullWorlds.World(1000 + seed, provinces: 6, topics: 12);
        var random = new Random(seed);
        var counts = NullWorlds.Series(random, 270, 12, 1.5, doubled: 8);
        world.Add(new WeeklySeries(new SeriesKey("province_topic", 76, null, NullWorlds.Topics[0]), NullWorlds.Monday, counts));
        return world;
    }

    static bool IsFound(List<WeeklySeries> world, int weeksBefore) =>
        Flags([.. world.Select(s => s with { Monday = s.Monday.AddDays(-7 * weeksBefore), Counts = s.Counts[..^weeksBefore] })])
            .Any(f => f.ScopeCode == "il:76" && f.TypeCode == NullWorlds.Topics[0]);

    [Fact]
    public void RiseWhereThereNeverWasACase_IsFound()
    {
        var counts = new int[270];
        counts.AsSpan(266).Fill(5);

        var findings = SuddenRise.Judge([new WeeklySeries(new SeriesKey("province", 76, null, null), NullWorlds.Monday, counts)], default);

        Assert.Contains(findings, f => f.PValue < 1e-4);
    }

    [Fact]
    public void UnderFiveCasesInFourWeeks_IsNoRise()
    {
        var counts = new int[270];
        counts[^1] = 4;

        var findings = SuddenRise.Judge([new WeeklySeries(new SeriesKey("province", 76, null, null), NullWorlds.Monday, counts)], default);

        Assert.All(findings, f => Assert.Equal(1, f.PValue));
    }

    [Fact]
    public void ACountryOfSeries_IsJudgedWithinAMinute()
    {
        Suites.SkipUnlessSlow();
        var world = NullWorlds.World(1, provinces: 81, topics: 150);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        SuddenRise.Judge(world, default);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
    }

    static List<Flag> Flags(List<WeeklySeries> world) =>
        [.. ChooseFlags.Run(DetectorKind.SuddenRise, SuddenRise.Judge(world, default)).Select(t => ChooseFlags.Make(DetectorKind.SuddenRise, t.Finding, t.Q, [], NullWorlds.Monday.AddDays(6)))];
}
