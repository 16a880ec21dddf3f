using System.Globalization;
using AcikKapi.Domain.Calendar;
using Xunit;

namespace AcikKapi.Tests.Domain.Calendar;

/// <summary>The list of holidays against law 2429 and against another reckoning of the moon.</summary>
public sealed class HolidaysTests
{
    public static TheoryData<int> Years => [.. Enumerable.Range(2017, 11)];

    [Theory, MemberData(nameof(Years))]
    public void Year_HasTheFixedDaysOfTheLaw(int year)
    {
        Assert.All(
            new[] { (1, 1), (4, 23), (5, 1), (5, 19), (7, 15), (8, 30), (10, 29) },
            d => Assert.False(Holiday(year, d.Item1, d.Item2).IsHalfDay));
        Assert.True(Holiday(year, 10, 28).IsHalfDay);
    }

    [Theory, MemberData(nameof(Years))]
    public void Bayrams_AreWhereTheUmmAlQuraCalendarPutsThem(int year)
    {
        var moon = new UmAlQuraCalendar();
        for (var day = new DateTime(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var (month, date) = (moon.GetMonth(day), moon.GetDayOfMonth(day));
            if ((month, date) is (10, 1)) AssertBayram("Ramazan", day, 3);
            if ((month, date) is (12, 10)) AssertBayram("Kurban", day, 4);
        }
    }

    static void AssertBayram(string name, DateTime first, int days)
    {
        var day = DateOnly.FromDateTime(first);
        Assert.Contains($"{name} Bayramı Arifesi", Holiday(day.AddDays(-1)).NameTr, StringComparison.Ordinal);
        for (var i = 0; i < days; i++)
        {
            Assert.Contains($"{name} Bayramı {i + 1}. Gün", Holiday(day.AddDays(i)).NameTr, StringComparison.Ordinal);
            Assert.False(Holiday(day.AddDays(i)).IsHalfDay);
        }
    }

    static Holiday Holiday(int year, int month, int day) => Holiday(new DateOnly(year, month, day));

    static Holiday Holiday(DateOnly day) => WorkingCalendar.Turkey.HolidayOn(day) ?? throw new InvalidOperationException($"No holiday on {day:o}.");
}
