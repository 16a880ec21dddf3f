using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class FctMessagesTests
{
    [Fact]
    public void Message_IsAsItWasKnownOnTheAsOfDay()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01")
            .Message(1, 1, "delivered", written: "2026-09-01", state: "2026-09-01").Message(2, 1, "delivered", written: "2026-09-01", state: "2026-09-05").Message(3, 9, "delivered", written: "2026-09-01", state: "2026-09-01");
        Assert.Equal(["1 delivered 2026-09-01 2026-09-01", "2 created 2026-09-01 ∅"], // the third is of an application that is not in the star
            world.Build("2026-09-03", check: false).Rows("select message_id, state, written_on, delivered_on from fct_messages order by all"));
    }

    [Fact]
    public void RefusalsAtTheDoor_AreCountedUpToTheAsOfDay()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01").Refusal("2026-09-01", "web", "phone", 3).Refusal("2026-09-02", "", "", 1).Refusal("2026-09-04", "web", "phone", 2);
        Assert.Equal(["2026-09-01 web phone 3", "2026-09-02 -  1"], world.Build("2026-09-03", check: false).Rows("select refused_on, channel_code, field, refused from fct_refused order by all"));
    }

    [Fact]
    public void Officers_AreAPseudonymARoleAndABureau()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01").Officer("aa", "desk", "76").Officer("bb", "analyst", null);
        Assert.Equal(["- - -", "aa desk 76", "bb analyst -"], world.Build("2026-09-03", check: false).Rows("select officer_key, role_code, bureau_code from dim_officer order by all"));
    }
}
