using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class FctBacklogTests
{
    [Fact]
    public void Backlog_HasARowForEachDayOfChangeAndItsStock()
    {
        using var world = new TinyWorld()
            .Application(1, "2026-09-01").Event(1, 2, "routed", "2026-09-01", "su").Event(1, 3, "answered", "2026-09-03")
            .Application(2, "2026-09-01").Event(2, 2, "routed", "2026-09-01", "su").Event(2, 3, "rerouted", "2026-09-02", "yol")
            .Application(3, "2026-09-01").Event(3, 2, "routed", "2026-09-02", "su");
        var built = world.Build("2026-09-30");
        Assert.Equal(["su 2026-09-01 2 0 2 0", "su 2026-09-02 1 1 2 0", "su 2026-09-03 0 1 1 0", "su 2026-09-11 0 0 1 1", "yol 2026-09-02 1 0 1 0", "yol 2026-09-11 0 0 1 1"],
            built.Rows("select unit_code, date_key, came, went, open_at_end, overdue_at_end from fct_backlog order by all"));
    }

    [Fact]
    public void AnsweredAfterTheDeadline_WasOverdueUntilThen()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01").Event(1, 2, "routed", "2026-09-01", "su").Event(1, 3, "answered", "2026-09-21");
        Assert.Equal(["2026-09-01 1 0", "2026-09-10 1 1", "2026-09-21 0 0"], world.Build("2026-09-30").Rows("select date_key, open_at_end, overdue_at_end from fct_backlog order by all"));
    }

    [Fact]
    public void WhatCameAfterTheAsOfDay_DidNotHappen()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01").Event(1, 2, "routed", "2026-09-01", "su").Event(1, 3, "answered", "2026-09-21");
        Assert.Equal(["2026-09-01 1 0"], world.Build("2026-09-05").Rows("select date_key, open_at_end, overdue_at_end from fct_backlog"));
    }
}
