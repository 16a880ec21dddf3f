using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Domain.Calendar;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Calendar;

public sealed class WorkingCalendarTests
{
    static readonly WorkingCalendar Turkey = WorkingCalendar.Turkey;

    static readonly Gen<DateOnly> Days =
        Gen.Int[Turkey.FirstDay.DayNumber, Turkey.LastDay.DayNumber - 40].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-11-23", "2026-12-02")] // Monday, nothing between
    [InlineData("2026-11-20", "2026-12-01")] // Friday
    [InlineData("2026-11-21", "2026-12-01")] // Saturday: Monday is the first day
    [InlineData("2026-10-27", "2026-11-06")] // 28 October's half holiday counts, 29 October does not
    [InlineData("2026-03-18", "2026-03-30")] // Ramazan: the arife counts, Friday 20 March does not
    [InlineData("2026-05-25", "2026-06-08")] // Kurban: arife counts, Wednesday to Friday do not
    [InlineData("2023-04-19", "2023-05-02")] // Ramazan and 23 April on one Sunday, then 1 May
    [InlineData("2021-07-16", "2021-08-02")] // Kurban: Monday is the arife and counts, Tuesday to Friday do not
    [InlineData("2025-12-31", "2026-01-12")] // new year's day
    public void Deadline_IsTheSeventhWorkingDayAfterTheStart(string start, string deadline) =>
        Assert.Equal(Day(deadline), Turkey.Deadline(Day(start)));

    [Theory]
    [InlineData("2024-10-28", true)]  // half
    [InlineData("2024-10-29", false)]
    [InlineData("2022-05-01", false)] // Labour day and arife: the whole holiday wins, a Sunday anyway
    [InlineData("2027-05-19", false)]
    [InlineData("2026-11-22", false)] // Sunday
    [InlineData("2026-11-23", true)]
    [InlineData("2018-07-16", true)]  // the day after 15 July
    public void WorkingDay_IsNeitherWeekendNorWholeHoliday(string day, bool working) => Assert.Equal(working, Turkey.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData(2018, 251)] // 261 weekdays and ten holidays among them
    [InlineData(2023, 253)]
    [InlineData(2026, 251)]
    public void Year_HasItsWorkingDays(int year, int days) =>
        Assert.Equal(days, Turkey.WorkingDaysBetween(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));

    [Fact]
    public void Deadline_IsFoundByCountingDayByDay() => Gen.Select(Days, Gen.Int[1, 20]).Sample((start, count) =>
    {
        var day = start;
        for (var left = count; left > 0;)
            if (Turkey.IsWorkingDay(day = day.AddDays(1)))
                left--;
        return Turkey.Deadline(start, count) == day;
    });

    [Fact]
    public void WorkingDaysBetween_IsTheCountOfThoseAfterUpToAndIncluding() => Gen.Select(Days, Gen.Int[0, 400]).Sample((from, length) =>
    {
        var to = DateOnly.FromDayNumber(Math.Min(from.DayNumber + length, Turkey.LastDay.DayNumber));
        var counted = 0;
        for (var day = from; day < to;)
            if (Turkey.IsWorkingDay(day = day.AddDays(1)))
                counted++;
        return Turkey.WorkingDaysBetween(from, to) == counted && Turkey.WorkingDaysBetween(to, from) == -counted;
    });

    [Fact]
    public void LaterStart_NeverHasAnEarlierDeadline() =>
        Days.Sample(start => Turkey.Deadline(start) <= Turkey.Deadline(start.AddDays(1)) && Turkey.IsWorkingDay(Turkey.Deadline(start)));

    [Fact]
    public void Explanation_CountsSevenDaysAndEndsOnTheDeadline() => Days.Sample(start =>
    {
        var days = Turkey.Explain(start, 7);
        return days[0] is { Counted: false } && days[0].Day == start && days[^1].Day == Turkey.Deadline(start) && days[^1].Counted
            && days.Count(d => d.Counted) == 7 && days.Zip(days.Skip(1)).All(p => p.Second.Day == p.First.Day.AddDays(1));
    });

    [Fact]
    public void Explanation_SaysWhyInTurkish() => Assert.Equal(
        [
            "2026-10-27 - Başlangıç günü sayılmaz",
            "2026-10-28 + 1. iş günü (yarım gün: Cumhuriyet Bayramı Arifesi)",
            "2026-10-29 - Resmî tatil: Cumhuriyet Bayramı",
            "2026-10-30 + 2. iş günü",
            "2026-10-31 - Hafta sonu",
            "2026-11-01 - Hafta sonu",
            "2026-11-02 + 3. iş günü",
        ],
        Turkey.Explain(Day("2026-10-27"), 3).Select(d => $"{d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {(d.Counted ? '+' : '-')} {d.Why}"));

    [Fact]
    public void DayOffGivenLater_MovesTheDeadlineInThatCalendarOnly()
    {
        var snow = Turkey.With([new DayOff(Day("2026-11-25"), "Kar yağışı")]);

        Assert.Equal(Day("2026-12-03"), snow.Deadline(Day("2026-11-23")));
        Assert.Equal(Day("2026-12-02"), Turkey.Deadline(Day("2026-11-23")));
        Assert.Contains(snow.Explain(Day("2026-11-23"), 7), d => d is { Counted: false, Why: "İdari izin: Kar yağışı" });
    }

    [Fact]
    public void LeaveOnAHalfHoliday_MakesItAWholeDayOff()
    {
        var bridge = Turkey.With([new DayOff(Day("2024-10-28"), "Köprü")]).With([new DayOff(Day("2024-10-30"), "Köprü")]);

        Assert.False(bridge.IsWorkingDay(Day("2024-10-28")));
        Assert.False(bridge.IsWorkingDay(Day("2024-10-30")));
        Assert.Equal("İdari izin: Köprü", bridge.Explain(Day("2024-10-27"), 1)[1].Why);
    }

    [Fact]
    public void YearAddedToTheHolidays_IsKnown()
    {
        var calendar = new WorkingCalendar([new Holiday(Day("2027-10-29"), "Cumhuriyet Bayramı", false), new Holiday(Day("2028-01-01"), "Yılbaşı", false)]);

        Assert.Equal(Day("2028-01-06"), calendar.Deadline(Day("2027-12-28")));
        Assert.Equal((Day("2027-01-01"), Day("2028-12-31")), (calendar.FirstDay, calendar.LastDay));
    }

    [Fact]
    public void YearsWithUnknownHolidays_AreRefused()
    {
        Assert.Throws<UserError>(() => Turkey.Deadline(new DateOnly(2016, 12, 31)));
        Assert.Throws<UserError>(() => Turkey.Deadline(new DateOnly(2027, 12, 28)));
        Assert.Throws<UserError>(() => Turkey.IsWorkingDay(new DateOnly(2028, 1, 3)));
        Assert.Throws<UserError>(() => Turkey.WorkingDaysBetween(new DateOnly(2027, 1, 1), new DateOnly(2028, 1, 3)));
    }

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
