using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class FctApplicationsTests
{
    // Monday 18 May 2026; 19 May is a holiday, 26 May (arife) a working day, 27–30 May the Feast of Sacrifice.
    const string Monday = "2026-05-18";

    [Fact]
    public void Deadline_SkipsWeekendsAndHolidays_CountsHalfDays()
    {
        using var world = new TinyWorld().Application(1, Monday);
        // 20, 21, 22, 25, 26 (half), then 1 June, 2 June.
        Assert.Equal("2026-06-02", world.Build("2026-05-20").One("select due_on from fct_applications"));
    }

    [Theory]
    [InlineData("2026-06-01", "True False")]
    [InlineData("2026-06-02", "True True")] // the as-of day's end is the deadline
    [InlineData("2026-06-03", "True True")]
    public void OpenApplication_IsOverdueFromTheEndOfItsLastDay(string asOf, string expected)
    {
        using var world = new TinyWorld().Application(1, Monday);
        Assert.Equal(expected, world.Build(asOf).One("select is_open, is_overdue from fct_applications"));
    }

    [Theory]
    [InlineData("2026-06-02", "False 7")]
    [InlineData("2026-06-03", "True 8")]
    public void Answer_OnTheLastDayIsInTime(string answered, string expected)
    {
        using var world = new TinyWorld().Application(1, Monday)
            .Event(1, 2, "routed", "2026-05-18", "su").Event(1, 3, "answered", answered, "su");
        Assert.Equal(expected, world.Build("2026-07-01").One("select is_overdue, working_days_to_answer from fct_applications"));
    }

    [Fact]
    public void AsOfInThePast_KnowsNothingLater()
    {
        using var world = new TinyWorld().Application(1, Monday)
            .Event(1, 2, "routed", "2026-05-20", "su").Event(1, 3, "answered", "2026-05-25", "su")
            .Application(2, "2026-05-22");
        Assert.Equal("1 routed ∅ True su", world.Build("2026-05-21").One(
            "select application_id, status, answered_on, is_open, unit_code from fct_applications"));
    }

    [Fact]
    public void Reopening_StartsANewClock_AndTheOldOneStaysJudged()
    {
        // Received 1 September (due 10), answered late on the 11th, reopened on the 14th: due 23 September, as recorded.
        using var world = Reopened();
        var built = world.Build("2026-09-30");
        Assert.Equal("reopened True 2026-09-23 True ∅ 1", built.One(
            "select status, is_open, due_on, is_overdue, answered_on, reopened from fct_applications"));
        Assert.Equal(["1 2026-09-10 2026-09-11 True", "2 2026-09-23 ∅ True"], built.Rows(
            "select clock_no, due_on, settled_on, is_overdue from fct_clocks order by clock_no"));
    }

    [Fact]
    public void Reopening_BeginsAClock_AndIsTheUnitsWhoseAnswerDidNotHold()
    {
        using var world = Reopened().Event(1, 5, "routed", "2026-09-15", "yol").Event(1, 6, "answered", "2026-09-16", "yol").Event(1, 7, "reopened", "2026-09-17");
        Assert.Equal(["received 1 -", "routed 1 su", "answered 1 su", "reopened 2 su", "routed 2 yol", "answered 2 yol", "reopened 3 yol"], world.Build("2026-09-30").Rows(
            "select event_code, clock_no, unit_code from fct_stages order by event_no"));
    }

    [Fact]
    public void AsOfBeforeTheReopening_HasTheFirstDeadline()
    {
        using var world = Reopened();
        Assert.Equal("answered False 2026-09-10 True", world.Build("2026-09-11").One(
            "select status, is_open, due_on, is_overdue from fct_applications"));
    }

    [Fact]
    public void Rejection_StopsTheClock_WithoutBeingAnAnswer()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01").Event(1, 2, "rejected", "2026-09-02", outcome: "rejected");
        Assert.Equal("rejected False False ∅ ∅", world.Build("2026-09-30").One(
            "select status, is_open, is_overdue, answered_on, working_days_to_answer from fct_applications"));
    }

    [Fact]
    public void Rating_IsNoStage()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01").Event(1, 2, "routed", "2026-09-01", "su")
            .Event(1, 3, "answered", "2026-09-02", "su").Event(1, 4, "closed", "2026-09-03").Event(1, 5, "rated", "2026-09-04", score: 4);
        Assert.Equal("closed 4 2026-09-03", world.Build("2026-09-30").One("select status, satisfaction, closed_on from fct_applications"));
    }

    [Fact]
    public void Rerouting_CountsHops_AndTheUnitsClockRunsFromEach()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01").Event(1, 2, "routed", "2026-09-01", "su")
            .Event(1, 3, "rerouted", "2026-09-14", "yol").Event(1, 4, "answered", "2026-09-15", "yol");
        var built = world.Build("2026-09-30");
        Assert.Equal("1 yol", built.One("select hops, unit_code from fct_applications"));
        Assert.Equal(["su 2026-09-10 2026-09-14 ∅ True", "yol 2026-09-23 2026-09-15 2026-09-15 False"], built.Rows(
            "select unit_code, due_on, next_on, unit_answered_on, is_unit_overdue from fct_stages where due_on is not null order by event_no"));
    }

    [Fact]
    public void Type_IsTheGivenOne_ThenTheNewestLabel_ThenNone()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01", type: "SAG-01")
            .Application(2, "2026-09-01", type: null).Application(3, "2026-09-01", type: null).Application(4, "2026-09-01", type: null);
        KeepLabels(world, "2026-09-01", "(76, 1, 'SOS-02', 0.9, 'a'), (76, 2, 'SOS-02', 0.9, 'a'), (76, 3, null, 0.2, 'a')");
        KeepLabels(world, "2026-09-02", "(76, 2, 'SOS-03', 0.9, 'b')");
        KeepLabels(world, "2026-10-02", "(76, 2, 'SOS-04', 0.9, 'c')");
        Assert.Equal(["1 SAG-01 SAG given", "2 SOS-03 SOS label", "3 - - none", "4 - - none"], world.Build("2026-09-30").Rows(
            "select application_id, type_code, heading_code, type_source from fct_applications order by 1"));
    }

    static TinyWorld Reopened() => new TinyWorld().Application(1, "2026-09-01", due: "2026-09-23")
        .Event(1, 2, "routed", "2026-09-01", "su").Event(1, 3, "answered", "2026-09-11", "su")
        .Event(1, 4, "reopened", "2026-09-14");

    static void KeepLabels(TinyWorld world, string day, string rows)
    {
        using var memory = AcikKapi.Warehouse.DuckDb.Open(":memory:");
        AcikKapi.Warehouse.DuckDb.Execute(memory, $"""
            copy (
              select province_code::smallint as province_code, application_id::bigint as application_id, type_code::varchar as type_code,
                confidence::double as confidence, model_version, date '{day}' as labelled_on
              from (values {rows}) as labels (province_code, application_id, type_code, confidence, model_version)
            ) to '{Path.Combine(world.Paths.Labels, day)}.parquet' (format parquet)
            """);
    }
}
