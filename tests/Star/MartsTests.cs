using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Nine applications of September 2026 and the year before, counted on paper.</summary>
public sealed class MartsTests(MartsTests.September september) : IClassFixture<MartsTests.September>
{
    readonly BuiltWorld built = september.Built;

    [Theory]
    //                    received prev year persons answered closed due overdue open late rejected reopened rated sum
    [InlineData("TR", "6 1 2 5 3 2 6 3 3 3 1 0 1 5")]
    [InlineData("il:76", "5 1 1 4 3 2 5 2 2 2 1 0 1 5")]
    [InlineData("ilce:76-1692", "4 1 1 4 2 1 4 1 2 2 1 0 1 5")]
    [InlineData("il:36", "1 0 1 1 0 0 1 1 1 1 0 0 0 0")]
    [InlineData("ilce:36-1447", "0 0 1 0 0 0 0 0 0 0 0 0 0 0")]
    [InlineData("il:34", "0 0 0 0 0 0 0 0 0 0 0 0 0 0")]
    public void KeyFigures_OfAMonth_AreThoseOnPaper(string scope, string expected) =>
        Assert.Equal(expected, built.One($"""
            select received, previous_received, year_ago_received, persons, answered, closed, due, overdue, open_at_end,
              overdue_open_at_end, rejected, reopened, satisfaction_count, satisfaction_sum
            from mart_key_figures where scope_code = '{scope}' and period_code = '2026-09'
            """));

    [Theory]
    // In order: 1 (application 8), 7 (4), 8 (5), then the open one: half have an answer after 7. The rejected one waits for none.
    [InlineData("il:76", "7")]
    [InlineData("ilce:76-1692", "7")]
    [InlineData("il:36", "∅")]
    public void MedianWait_CountsOpenOnesAsLonger(string scope, string expected) =>
        Assert.Equal(expected, built.One($"select median_working_days from mart_key_figures where scope_code = '{scope}' and period_code = '2026-09'"));

    [Fact]
    public void Periods_EndWithTheAsOfDay()
    {
        Assert.Equal("2026-09 True 2026-08 2025-09", built.One(
            "select period_code, is_complete, previous_code, year_ago_code from dim_period where period_code = '2026-09'"));
        Assert.Equal(["2026 False", "2026-Q3 True", "2026-W40 False"], built.Rows(
            "select period_code, is_complete from dim_period where end_on >= date '2026-09-30' and period_kind <> 'month' order by 1"));
        Assert.Equal("∅", built.One("select previous_code from dim_period where period_code = '2025'"));
    }

    [Fact]
    public void Weeks_AreTheEndedOnes() =>
        Assert.Equal(["2026-08-31 4 0 0", "2026-09-07 0 4 2", "2026-09-14 0 0 0", "2026-09-21 2 0 0"], built.Rows(
            "select week_start, received, due, overdue from mart_weeks where scope_code = 'TR' and week_start > date '2026-08-24' order by 1"));

    [Fact]
    public void Types_AddUpFromTopicToHeading() =>
        Assert.Equal(
            ["heading - 1 0 0 5 1 6", "heading SAG 0 0 1 5 1 6", "heading SOS 4 1 0 5 4 6",
             "topic - 1 0 0 5 1 6", "topic SAG-01 0 0 1 5 1 6", "topic SOS 1 0 0 5 1 6", "topic SOS-01 2 1 0 5 2 6", "topic SOS-02 1 0 0 5 1 6"],
            built.Rows("""
                select level, type_code, received, previous_received, year_ago_received, scope_received, country_received, country_total
                from mart_types where scope_code = 'il:76' and period_code = '2026-09' order by level, type_code
                """));

    [Fact]
    public void Units_AreJudgedByTheirOwnClock() =>
        // su: routed on 1 and 2 September, due on 10 and 11, answered on those days. yol: due on 30 September.
        Assert.Equal(["su 2 2 0 2 0", "yol 1 1 0 1 0"], built.Rows("""
            select unit_code, routed, due, overdue, answered, reopened
            from mart_units where province_code = 76 and period_code = '2026-09' order by 1
            """));

    [Fact]
    public void Groups_CountEachCircumstance() =>
        Assert.Equal(
            ["channel web 5", "circumstance disabled 1", "circumstance veteran 1", "kind request 4", "kind tip_off 1"],
            built.Rows("""
                select dimension, value_code, received from mart_groups
                where scope_code = 'il:76' and period_code = '2026-09' and dimension in ('kind', 'channel', 'circumstance')
                order by dimension, value_code
                """));

    public sealed class September : IDisposable
    {
        readonly TinyWorld world = new();

        public September()
        {
            // August: one, still open. A year ago: two. Deadlines of 1, 2, 21 September: 10, 11, 30.
            world.Application(1, "2026-08-03", person: "a")
                .Application(2, "2025-09-08", type: "SAG-01", person: "b").Event(2, 2, "routed", "2025-09-08", "su").Event(2, 3, "answered", "2025-09-09", "su")
                .Application(3, "2025-09-09", province: 36, district: 1447, person: "b").Event(3, 2, "rejected", "2025-09-10", province: 36)
                // September: person a twice, c once, two unnamed; one in Kars without a district.
                .Application(4, "2026-09-01", person: "a").Event(4, 2, "routed", "2026-09-01", "su").Event(4, 3, "answered", "2026-09-10", "su")
                .Application(5, "2026-09-01", person: "a", district: 1398).Event(5, 2, "routed", "2026-09-02", "su").Event(5, 3, "answered", "2026-09-11", "su").Event(5, 4, "closed", "2026-09-12")
                .Application(6, "2026-09-02", person: "c", type: "SOS-02", circumstances: "disabled|veteran")
                .Application(7, "2026-09-02", type: "SOS", kind: "tip_off").Event(7, 2, "rejected", "2026-09-03")
                .Application(8, "2026-09-21", type: null).Event(8, 2, "routed", "2026-09-21", "yol").Event(8, 3, "answered", "2026-09-22", "yol")
                .Event(8, 4, "closed", "2026-09-23").Event(8, 5, "rated", "2026-09-24", score: 5)
                .Application(9, "2026-09-21", province: 36, district: null, type: "SAG-01", person: "d");
            Built = world.Build("2026-09-30");
        }

        internal BuiltWorld Built { get; }

        public void Dispose() => world.Dispose();
    }
}
