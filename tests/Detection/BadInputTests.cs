using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Statistics;
using Xunit;

namespace AcikKapi.Tests.Detection;

/// <summary>Whatever lies in the warehouse: a flag with a caveat or none, never an exception, never praise for silence.</summary>
public sealed class BadInputTests(PlantedWarehouse world) : IClassFixture<PlantedWarehouse>
{
    public static readonly IReadOnlyList<IDetector> All =
    [
        new SuddenRise(), new NeighbouringCluster(), new OverdueShare(), new SlowAnswering(), new Reopening(), new Repetition(), new PingPong(),
        new MissingInformation(), new LowSatisfaction(), new Disparity(), new SilentBureau(), new EmergingTopic(), new GoodPractice(),
    ];

    [Fact]
    public void EveryKind_HasADetectorAndShares() =>
        Assert.Equal(Enum.GetValues<DetectorKind>().Select(k => k.Code()).Order(StringComparer.Ordinal), Budget.Shares.Keys.Select(k => k.Detector).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void EmptyStar_HasNoFlag() =>
        Assert.Empty(world.Flags(All, world.AsOf, "delete from fct_applications", "delete from fct_stages", "delete from fct_clocks", "delete from fct_backlog"));

    [Fact]
    public void OneRow_HasNoFlag() =>
        Assert.Empty(world.Flags(All, world.AsOf, "delete from fct_applications where application_id <> 1", "delete from fct_stages where application_id <> 1", "delete from fct_clocks where application_id <> 1"));

    [Fact]
    public void HugeSpike_IsToldAndNothingBreaks()
    {
        var flags = world.Flags(All, world.AsOf, """
            insert into fct_applications
            select a.* replace (9000000 + i as application_id, date '2026-10-21' as received_on)
            from (select * from fct_applications where province_code = 35 limit 1) as a, generate_series(1, 20000) as n (i)
            """);

        Assert.Contains(flags, f => f is { Family: "province", ProvinceCode: 35 });
        Assert.DoesNotContain(flags, f => f.Direction == Finding.Good);
    }

    [Fact]
    public void MissingWeeks_AreNoGoodPractice() =>
        Assert.DoesNotContain(
            world.Flags(All, world.AsOf, "delete from fct_applications where received_on between date '2026-08-03' and date '2026-09-20'", "delete from fct_stages where on_date between date '2026-08-03' and date '2026-09-20'"),
            f => f.Direction == Finding.Good);

    [Fact]
    public void UnknownEverything_HasNoException() =>
        world.Flags(
            All, new DateOnly(2027, 1, 3), // the last day of 2026-W53
            "update fct_applications set type_code = '-', heading_code = '-', district_code = 0, unit_code = '-', person_key = null where application_id % 3 = 0",
            "update dim_province set population_2025 = null", "update dim_district set sege_2017_tier = null", "delete from dim_unit where unit_code = '34-SOS'");

    [Fact]
    public void ShortHistory_IsJudgedByTheCountrysSeasonAndSaysSo()
    {
        var random = new Random(3);
        var country = new WeeklySeries(new SeriesKey("country_type", null, null, "SOS"), NullWorlds.Monday, NullWorlds.Series(random, 270, 400, 1.5));
        var quiet = NullWorlds.Series(random, 40, 12, 1.2);
        var risen = quiet.ToArray();
        for (var ago = 1; ago <= 8; ago++) risen[^ago] *= 4;

        var findings = SuddenRise.Judge(
            [country, Series(1, quiet), Series(2, risen), Series(3, quiet[..15]), Series(4, new int[40]), Series(5, [])], default);

        Assert.Equal([1, 2], findings.Where(f => f.ProvinceCode is not null).Select(f => f.ProvinceCode!.Value).Distinct());
        Assert.All(findings.Where(f => f.ProvinceCode is not null), f => Assert.Contains("geçici", f.Note, StringComparison.Ordinal));
        Assert.True(findings.Where(f => f.ProvinceCode == 1).Min(f => f.PValue) > 0.001);
        Assert.True(findings.Where(f => f.ProvinceCode == 2).Min(f => f.PValue) < 1e-5);

        static WeeklySeries Series(int province, int[] counts) => new(new SeriesKey("province_heading", province, null, "SOS"), NullWorlds.Monday, counts);
    }

    [Fact]
    public void UnitWithoutPast_IsNotCalledSlow()
    {
        UnitAges fresh = new(34, "N", null, "SOS", [], [new AgeRow(0, 40, 0, 0), new AgeRow(30, 0, 40, 0)]);
        UnitAges closed = new(34, "K", null, "SOS", [new AgeRow(0, 40, 0, 0), new AgeRow(5, 0, 40, 40)], []);

        Assert.All(SlowAnswering.Judge([fresh, closed], world.AsOf), f => Assert.True(f.PValue > 0.5));
    }

    [Fact]
    public void BureauThatJustOpened_IsNotSilent() =>
        Assert.Empty(SilentBureau.Judge([new("1", 1, null, [3, 0, 0]), new("2", 2, null, []), new("3", 3, null, new int[34])], world.AsOf));
}
