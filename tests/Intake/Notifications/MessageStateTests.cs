using AcikKapi.Intake.Notifications;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.Notifications;

public sealed class MessageStateTests
{
    static readonly string[] States = ["created", "sending", "sent", "delivered", "temporary_failure", "technical_failure"];
    static readonly int[] Reports = [1, 2, 4, 8, 16, 32];

    [Fact]
    public void Delivered_StaysDeliveredWhateverComes() =>
        Gen.OneOf(Reports).Array[1, 12].Sample(reports => Assert.Equal("delivered", reports.Prepend(1).Aggregate("sending", (state, report) => MessageState.After(state, report, true))));

    [Fact]
    public void RepeatedReport_ChangesNothing() => Gen.Select(Gen.OneOf(States), Gen.OneOf(Reports), Gen.Bool, (state, report, more) =>
    {
        var once = MessageState.After(state, report, more);
        Assert.Equal(once, MessageState.After(once, report, more));
        return true;
    }).Sample(_ => { });

    [Theory]
    [InlineData("sending", 8, true, "sent")]
    [InlineData("sent", 8, true, "sent")]
    [InlineData("sent", 4, true, "sent")]
    [InlineData("sent", 2, true, "temporary_failure")]
    [InlineData("sending", 16, false, "technical_failure")]
    [InlineData("temporary_failure", 1, true, "delivered")]
    [InlineData("temporary_failure", 8, true, "temporary_failure")]
    [InlineData("technical_failure", 2, true, "technical_failure")]
    public void Report_MovesAMessageForward(string state, int report, bool mayTryAgain, string expected) =>
        Assert.Equal(expected, MessageState.After(state, report, mayTryAgain));
}
