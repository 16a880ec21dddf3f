using System.Globalization;
using AcikKapi.Domain.Calendar;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Calendar;

public sealed class IstanbulTimeTests
{
    [Theory]
    [InlineData("2026-11-23T20:59:59Z", "2026-11-23")]
    [InlineData("2026-11-23T21:00:00Z", "2026-11-24")]
    [InlineData("2026-11-24T00:00:00+03:00", "2026-11-24")]
    [InlineData("2026-07-23T20:59:59Z", "2026-07-23")] // no summer time since 2016
    [InlineData("2016-01-15T21:30:00Z", "2016-01-15")] // winter time, when there was one
    public void Day_IsThatOfIstanbul(string at, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), IstanbulTime.DayOf(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Fact]
    public void EveryInstant_LiesBetweenItsDaysStartAndEnd() => Gen.Long[0, TimeSpan.FromDays(4_000).Ticks].Sample(ticks =>
    {
        var at = new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks);
        var day = IstanbulTime.DayOf(at);
        return IstanbulTime.StartOfDay(day) <= at && at < IstanbulTime.EndOfDay(day);
    });
}
