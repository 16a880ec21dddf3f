using System.Globalization;
using AcikKapi.Domain;
using AcikKapi.Reports;
using AcikKapi.Reports.Text;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed class BriefPeriodTests
{
    [Theory]
    [InlineData("2026-10", "2026-10-01", "2026-10-31", "Ekim 2026")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "Şubat 2024")]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30", "2026 3. çeyrek (Temmuz–Eylül)")]
    [InlineData("2026-W40", "2026-09-28", "2026-10-04", "28 Eylül – 4 Ekim 2026 (40. hafta)")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-04", "29 Aralık 2025 – 4 Ocak 2026 (1. hafta)")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03", "28 Aralık 2026 – 3 Ocak 2027 (53. hafta)")]
    [InlineData("2026", "2026-01-01", "2026-12-31", "2026 yılı")]
    public void KnownForm_HasItsDaysAndTitle(string text, string start, string end, string title)
    {
        var period = BriefPeriod.Parse(text);
        Assert.Equal((start, end), (Iso(period.StartOn), Iso(period.EndOn)));
        Assert.Equal(title, PeriodText.Title(period));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-1")]
    [InlineData("../2026")]
    public void NoSuchPeriod_IsAUsersError(string text) => Assert.Throws<UserError>(() => BriefPeriod.Parse(text));

    [Fact]
    public void AnyDay_LiesInItsIsoWeek() =>
        Gen.Int[0, 20_000].Select(days => new DateOnly(2010, 1, 1).AddDays(days)).Sample(day =>
        {
            var at = day.ToDateTime(default);
            var week = BriefPeriod.Parse(string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at)}-W{ISOWeek.GetWeekOfYear(at):00}"));
            return week.StartOn <= day && day <= week.EndOn && week.StartOn.DayOfWeek == DayOfWeek.Monday;
        });

    [Theory]
    [InlineData("2026-11-23", "2026-10")]
    [InlineData("2026-10-31", "2026-10")]
    [InlineData("2026-11-01", "2026-10")]
    [InlineData("2026-01-15", "2025-12")]
    public void LastEndedMonth_EndsWithItsLastDay(string day, string month) =>
        Assert.Equal(month, BriefPeriod.LastEndedMonth(DateOnly.Parse(day, CultureInfo.InvariantCulture)).Code);

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-11-29", PeriodKind.Week, "2026-W48")] // a Sunday: its week has ended by the evening
    [InlineData("2026-11-28", PeriodKind.Week, "2026-W47")]
    [InlineData("2027-01-03", PeriodKind.Week, "2026-W53")]
    [InlineData("2026-10-31", PeriodKind.Month, "2026-10")]
    [InlineData("2026-12-30", PeriodKind.Month, "2026-11")]
    [InlineData("2026-09-30", PeriodKind.Quarter, "2026-Q3")]
    [InlineData("2027-02-10", PeriodKind.Quarter, "2026-Q4")]
    [InlineData("2026-12-31", PeriodKind.Year, "2026")]
    [InlineData("2026-12-30", PeriodKind.Year, "2025")]
    public void LastEnded_IsTheOneThatHasEndedByTheEvening(string day, PeriodKind kind, string period) =>
        Assert.Equal(period, BriefPeriod.LastEnded(kind, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Code);
}
