using AcikKapi.Tests.Star;
using Xunit;

namespace AcikKapi.Tests.Performance;

/// <summary>Each mart against figures worked out on paper, in worlds of a few cases.</summary>
public sealed class PerformanceMartsTests
{
    [Fact]
    public void Flow_AddsUpWeekByWeek_AndLittlesLawHolds()
    {
        using var world = new TinyWorld()
            // Monday 5 October to Wednesday 14: two days' end of week 41 … 5–11 October, then two of the next.
            .Application(1, "2026-10-05").Event(1, 2, "routed", "2026-10-05", "su").Event(1, 3, "answered", "2026-10-14", "su")
            .Application(2, "2026-10-08").Event(2, 2, "routed", "2026-10-08", "su").Event(2, 3, "answered", "2026-10-09", "su")
            .Application(3, "2026-10-20").Event(3, 2, "routed", "2026-10-20", "su");
        var built = world.Build("2026-11-01");
        Assert.Equal(
            ["2026-10-05 2 1 0 1 8", "2026-10-12 0 1 1 0 2", "2026-10-19 1 0 0 1 6", "2026-10-26 0 0 1 1 7"],
            built.Rows("select week_start, came, went, open_at_start, open_at_end, case_days from mart_flow where level = 'unit' and code = 'su' order by 1"));
        // 9 days + 1 day + 13 days so far.
        Assert.Equal("23", built.One("select sum(case_days) from mart_flow where level = 'unit' and code = 'su'"));
        Assert.Equal("too_short 3 1", built.One("select state, cases, open_now from mart_capacity where level = 'unit'"));
    }

    [Fact]
    public void Capacity_IsAGoodWeeksClosures_AndOverNineTenthsWillNotRecover()
    {
        using var world = new TinyWorld();
        // Every Monday ten come, every Friday nine are answered: from the first week on a backlog, one longer each week.
        long id = 0;
        for (var week = 0; week < 20; week++)
        {
            var monday = new DateOnly(2026, 6, 15).AddDays(7 * week);
            for (var i = 0; i < 10; i++)
            {
                world.Application(++id, Day(monday)).Event(id, 2, "routed", Day(monday), "su");
                if (i < 9) world.Event(id, 3, "answered", Day(monday.AddDays(4)), "su");
            }
        }
        var built = world.Build("2026-11-01");
        // The last week begins on 26 October; the series ended on 1 November, 20 weeks, 19 of them with a backlog at their start.
        Assert.Equal("19 9.0 10.0 20 1.111 2.22 will_not_recover", built.One("""
            select backlog_weeks, format('{:.1f}', capacity), format('{:.1f}', arrivals), open_now, format('{:.3f}', utilisation), format('{:.2f}', weeks_of_work), state
            from mart_capacity where level = 'unit'
            """));
    }

    /// <summary>Kaplan–Meier by hand: answered after 1, 2, 2 working days, rerouted after 3, one still waiting for 4.</summary>
    [Fact]
    public void StageTimes_CensorWhatStillWaits_AndLetTransfersCompete()
    {
        using var world = new TinyWorld();
        // Monday 19 October 2026; the night is Friday the 23rd, four working days later.
        for (var id = 1; id <= 5; id++) world.Application(id, "2026-10-19").Event(id, 2, "routed", "2026-10-19", "su");
        world.Event(1, 3, "answered", "2026-10-20", "su").Event(2, 3, "answered", "2026-10-21", "su").Event(3, 3, "answered", "2026-10-21", "su")
            .Event(4, 3, "rerouted", "2026-10-22", "yol");
        var built = world.Build("2026-10-23");
        // At risk 5, 4, 2, 1: S = 4/5, 4/5·2/4, 2/5·1/2; answered by day 2 with chance 1/5 + 4/5·2/4 = 0.6.
        Assert.Equal("5 1 2 ∅ 0.800", built.One("""
            select cases, still_in, median_days, p90_days, format('{:.3f}', share_within_7) from mart_stage_times where level = 'unit' and code = 'su' and stage = 'answering'
            """));
        Assert.Equal("0.8 6", built.One("select round(1 - exp(ln(4/5) + ln(2/4) + ln(1/2)), 3), (select cases from mart_stage_times where level = 'country' and stage = 'answering')"));
    }

    [Fact]
    public void Steps_AreOfAllWhoReachedAStage_AndHopsOfUnits()
    {
        using var world = new TinyWorld();
        // Monday 19 October 2026: four are routed the same day; one is answered on Tuesday and closed on Thursday, one on Thursday, one goes from su to yol and back, one waits.
        for (var id = 1; id <= 4; id++) world.Application(id, "2026-10-19").Event(id, 2, "routed", "2026-10-19", "su");
        world.Event(1, 3, "answered", "2026-10-20", "su").Event(1, 4, "closed", "2026-10-22").Event(1, 5, "rated", "2026-10-22", score: 5).Event(2, 3, "answered", "2026-10-22", "su")
            .Event(3, 3, "rerouted", "2026-10-20", "yol").Event(3, 4, "rerouted", "2026-10-22", "su");
        var built = world.Build("2026-10-23");
        Assert.Equal(
            ["answered - 1 2 ∅", "answered closed 1 2 2", "closed - 1 1 ∅", "received routed 4 4 0", "rerouted - 1 2 ∅", "rerouted rerouted 1 2 2", "routed - 1 4 ∅", "routed answered 2 4 1", "routed rerouted 1 4 1"],
            built.Rows("select from_code, to_code, n, total, median_days from mart_steps where level = 'country' order by 1, 2"));
        Assert.Equal(["su yol 1 5", "yol su 1 1"], built.Rows("select from_unit, to_unit, n, total from mart_hops order by 1"));
    }

    [Fact]
    public void Xmr_TellsOfTheLatestPointAlone()
    {
        using var world = new TinyWorld();
        // A case a month from November 2025 to September 2026, then six in October: MR̄ 0 without the one range that is screened out.
        long id = 0;
        for (var month = 0; month < 12; month++)
            for (var i = 0; i < (month == 11 ? 6 : 1); i++) world.Application(++id, Day(new DateOnly(2025, 11, 3).AddMonths(month)));
        var built = world.Build("2026-10-31");
        // mean (11 + 6)/12, ranges ten times 0 and 5: 5/11 · 3.267 = 1.485 < 5.
        Assert.Equal(["1.4167 1.4167 1.4167 6 beyond_limit 1"], built.Rows("""
            select format('{:.4f}', mean), format('{:.4f}', lower_limit), format('{:.4f}', upper_limit), value::integer, signal, direction from mart_xmr
            where scope_code = 'il:76' and measure = 'received' and period_kind = 'month' and signal is not null
            """));
        Assert.Equal("0", built.One("select count(*) from mart_xmr where scope_code = 'il:36'")); // nothing ever came: nothing is said
    }

    [Fact]
    public void Xmr_OfElevenMonths_SaysNothing()
    {
        using var world = new TinyWorld();
        for (var month = 0; month < 11; month++) world.Application(month + 1, Day(new DateOnly(2025, 12, 3).AddMonths(month)));
        Assert.Equal("0", world.Build("2026-10-31").One("select count(*) from mart_xmr where period_kind = 'month'"));
    }

    [Fact]
    public void Criteria_HaveTheirHistory_AndTheIndexIsByTheSetInForce()
    {
        using var world = new TinyWorld()
            .Criteria(1, "2026-01-01", ("on_time", 6000), ("reopened", 4000))
            .Criteria(2, "2026-10-01", ("on_time", 10000), ("reopened", 0));
        // Of 40 in each province 10 are late in Iğdır and 30 in Kars: half of the country's.
        for (var id = 1; id <= 80; id++)
        {
            var province = id <= 40 ? 76 : 36;
            world.Application(id, "2026-09-01", province, province == 76 ? 1692 : 1447).Event(id, 2, "routed", "2026-09-01", "su", province: province)
                .Event(id, 3, "answered", (id - 1) % 40 < (province == 76 ? 10 : 30) ? "2026-10-01" : "2026-09-03", "su", province: province);
        }
        var built = world.Build("2026-10-31");
        Assert.Equal(["1 on_time 0.6 2026-01-01 2026-10-01", "1 reopened 0.4 2026-01-01 2026-10-01", "2 on_time 1.0 2026-10-01 ∅", "2 reopened 0.0 2026-10-01 ∅"],
            built.Rows("select set_no, criterion_code, format('{:.1f}', weight), valid_from, valid_until from dim_criteria order by 1, 2"));
        Assert.Equal(["36 40 30 20.0 10.0", "76 40 10 20.0 10.0"], built.Rows("""
            select code, cases, observed::integer, format('{:.1f}', expected), format('{:.1f}', variance) from mart_standardised where level = 'bureau' and criterion_code = 'on_time' order by 1
            """));
        // 100 · 20.5/10.5 and 100 · 20.5/30.5; the two are peers of nobody else.
        Assert.Equal(["36 2 67", "76 2 195"], built.Rows("select bureau_code, set_no, round(index_100)::integer from mart_bureau_index order by 1"));
    }

    [Fact]
    public void Funnel_OfTwoEqualPlaces_IsChanceAlone()
    {
        using var world = new TinyWorld();
        for (var id = 1; id <= 80; id++)
        {
            var province = id <= 40 ? 76 : 36;
            world.Application(id, "2026-09-01", province, province == 76 ? 1692 : 1447).Event(id, 2, "routed", "2026-09-01", "su", province: province)
                .Event(id, 3, "answered", (id - 1) % 40 < 20 ? "2026-10-01" : "2026-09-03", "su", province: province);
        }
        // O = E = 20, V = 10: τ² = 0, limits exp(±3.09·√(10/400)) = 0.6135, 1.6300.
        Assert.Equal(["il:36 1.000 0.6135 1.6300 0.0000 usual", "il:76 1.000 0.6135 1.6300 0.0000 usual"], world.Build("2026-10-31").Rows("""
            select code, format('{:.3f}', ratio), format('{:.4f}', lower_limit), format('{:.4f}', upper_limit), format('{:.4f}', tau2), state from mart_funnel
            where level = 'province' and criterion_code = 'on_time' order by 1
            """));
    }

    [Fact]
    public void UnitThatClosed_NeitherRecoversNorFails()
    {
        using var world = new TinyWorld();
        for (var id = 1; id <= 30; id++)
        {
            // A year ago every case took two weeks, so each week began with a backlog; since then nothing was routed to it.
            var day = new DateOnly(2025, 11, 10).AddDays(7 * ((id - 1) / 2));
            world.Application(id, Day(day)).Event(id, 2, "routed", Day(day), "su").Event(id, 3, "answered", Day(day.AddDays(14)), "su");
        }
        var built = world.Build("2026-10-31");
        Assert.Equal("keeps_up 0 0.0", built.One("select state, open_now, format('{:.1f}', utilisation) from mart_capacity where level = 'unit'"));
        Assert.Equal("0", built.One("select count(*) from mart_stage_times where level = 'unit'"));
    }

    [Fact]
    public void EmptyStar_HasEmptyMarts()
    {
        using var world = new TinyWorld();
        var built = world.Build("2026-10-31", check: false);
        foreach (var mart in (string[])["mart_flow", "mart_capacity", "mart_stage_curve", "mart_stage_times", "mart_steps", "mart_hops", "mart_xmr", "mart_standardised", "mart_funnel", "mart_bureau_index"])
            Assert.Equal("0", built.One($"select count(*) from {mart}"));
    }

    [Fact]
    public void WeekFiftyThree_IsAWeekLikeTheOthers()
    {
        using var world = new TinyWorld().Application(1, "2026-12-21").Event(1, 2, "routed", "2026-12-21", "su").Event(1, 3, "answered", "2027-01-04", "su");
        Assert.Equal(["2026-12-21 7", "2026-12-28 7", "2027-01-04 0"],
            world.Build("2027-01-10").Rows("select week_start, case_days from mart_flow where level = 'unit' order by 1"));
    }

    [Fact]
    public void MissingPeriods_BreakNoSeries_AndAMissingLastOneSignalsNothing()
    {
        using var world = new TinyWorld();
        // Two years of months, every third of which has no case due; the worst month is the last with any, and not the last.
        long id = 0;
        for (var month = 0; month < 23; month++)
        {
            if (month % 3 == 1) continue;
            var day = new DateOnly(2024, 11, 4).AddMonths(month);
            for (var i = 0; i < 4; i++)
            {
                var answered = day.AddDays(month >= 21 ? 30 : i == 0 ? 20 : 2);
                world.Application(++id, Day(day)).Event(id, 2, "routed", Day(day), "su").Event(id, 3, "answered", Day(answered), "su");
            }
        }
        var built = world.Build("2026-10-31");
        Assert.Equal("0", built.One("select count(*) from mart_xmr where measure = 'overdue_share' and period_kind = 'month' and (isnan(mean) or isinf(upper_limit))"));
        Assert.Equal("0", built.One("select count(*) from mart_xmr where scope_code = 'il:76' and measure = 'overdue_share' and period_kind = 'month' and signal is not null"));
        Assert.NotEqual("0", built.One("select count(*) from mart_xmr where scope_code = 'il:76' and measure = 'overdue_share' and period_kind = 'month'"));
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
