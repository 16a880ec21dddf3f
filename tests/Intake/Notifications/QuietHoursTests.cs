using AcikKapi.Intake;
using AcikKapi.Intake.Notifications;
using Xunit;

namespace AcikKapi.Tests.Intake.Notifications;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-24T18:59:59Z", "2026-11-24T18:59:59Z")] // 21:59:59 in Istanbul
    [InlineData("2026-11-24T19:00:00Z", "2026-11-25T05:00:00Z")] // 22:00 → 08:00 tomorrow
    [InlineData("2026-11-24T21:30:00Z", "2026-11-25T05:00:00Z")] // 00:30 → 08:00 today
    [InlineData("2026-11-25T04:59:59Z", "2026-11-25T05:00:00Z")]
    [InlineData("2026-11-25T05:00:00Z", "2026-11-25T05:00:00Z")]
    public void NightlyMessage_WaitsUntilEight(string at, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Quiet(true).NotBefore(DateTimeOffset.Parse(at, null), isTipOff: false));

    [Fact]
    public void TipOff_IsAlwaysToldTheNextMorning() =>
        Assert.Equal(DateTimeOffset.Parse("2026-11-25T05:00:00Z", null), Quiet(true).NotBefore(DateTimeOffset.Parse("2026-11-24T09:17:23Z", null), isTipOff: true));

    [Fact]
    public void QuietHoursOff_NothingWaits() =>
        Assert.Equal(DateTimeOffset.Parse("2026-11-24T21:30:00Z", null), Quiet(false).NotBefore(DateTimeOffset.Parse("2026-11-24T21:30:00Z", null), isTipOff: false));

    static QuietHours Quiet(bool on) => new(new IntakeSettings("", "", 0, 0, false, []) { Sms = SmsSettings.Off with { QuietHours = on } });
}
