using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class LifeCycleTests
{
    [Theory]
    [InlineData("received", "routed", true)]
    [InlineData("received", "answered", false)]
    [InlineData("received", "reopened", false)]
    [InlineData("with_executive", "routed", true)]
    [InlineData("routed", "routed", false)]
    [InlineData("routed", "rerouted", true)]
    [InlineData("rerouted", "rerouted", true)]
    [InlineData("routed", "closed", false)]
    [InlineData("answered", "closed", true)]
    [InlineData("answered", "reopened", true)]
    [InlineData("rejected", "reopened", false)]
    [InlineData("rejected", "appealed", true)]
    [InlineData("appealed", "reopened", true)]
    [InlineData("appealed", "appeal_refused", true)]
    [InlineData("appeal_refused", "appealed", false)]
    [InlineData("routed", "marked_special", true)]
    [InlineData("answered", "marked_special", false)]
    [InlineData("closed", "rated", true)]
    [InlineData("rejected", "routed", false)]
    [InlineData("reopened", "routed", true)]
    [InlineData("referred", "routed", false)]
    public void Step_IsPossibleAsTheDirectiveSays(string status, string step, bool possible) =>
        Assert.Equal(possible, LifeCycle.IsPossible(status, step));

    [Fact]
    public void EveryStatusAndStep_HasATurkishName() =>
        Assert.All(LifeCycle.Statuses.Concat(LifeCycle.StaffSteps), code => Assert.True(Vocabulary.Current.Events.Contains(code)));

    [Fact]
    public void EveryStep_LeadsToAStatusOfTheTable() =>
        Assert.All(LifeCycle.Statuses.SelectMany(LifeCycle.After), step => Assert.True(LifeCycle.IsNote(step) || LifeCycle.Statuses.Contains(step)));
}
