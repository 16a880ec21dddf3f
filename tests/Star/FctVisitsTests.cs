using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class FctVisitsTests
{
    const string Columns = "select kind_code, status, result_code, spent_minutes, asked_on, planned_on, ended_on from fct_visits order by visit_id";

    [Fact]
    public void Visit_IsAsItWasKnownOnTheAsOfDay()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01")
            .Visit("a", "escort", "done", asked: "2026-09-01", starts: "2026-09-03", ended: "2026-09-03", result: "helped", minutes: 45)
            .Visit("b", "field_visit", "cancelled", asked: "2026-09-02", ended: "2026-09-20")
            .Visit("c", "field_visit", "asked", asked: "2026-09-11");
        Assert.Equal(["escort done helped 45 2026-09-01 2026-09-03 2026-09-03", "field_visit asked ∅ ∅ 2026-09-02 ∅ ∅"], world.Build("2026-09-10", check: false).Rows(Columns));
    }

    [Fact]
    public void VisitThatEndsLater_IsStillPlanned()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01")
            .Visit("a", "escort", "done", asked: "2026-09-01", starts: "2026-09-03", ended: "2026-09-03", result: "helped", minutes: 45);
        Assert.Equal(["escort planned ∅ ∅ 2026-09-01 2026-09-03 ∅"], world.Build("2026-09-02", check: false).Rows(Columns));
    }
}
