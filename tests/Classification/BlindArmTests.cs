using System.Globalization;
using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using Dapper;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class BlindArmTests
{
    static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void WarehouseAndIntake_DrawTheSameDays()
    {
        using var memory = DuckDb.Open(":memory:");
        foreach (var function in (string[])["local_day", "typed_blind"]) memory.Execute(EmbeddedSql.Read($"Functions/{function}.sql"));
        foreach (var district in Vocabulary.Current.Districts.Take(40).Select(d => ((int?)d.Code, d.ProvinceCode)).Append((null, 76)))
        {
            var drawn = memory.Query<bool>(string.Create(CultureInfo.InvariantCulture, $"""
                select typed_blind({district.ProvinceCode}::smallint, {district.Item1?.ToString(CultureInfo.InvariantCulture) ?? "null"}::integer, timestamptz '2026-01-01 09:00:00+03' + to_days(d::integer)) from range(60) as t(d)
                """));
            Assert.Equal(drawn, Enumerable.Range(0, 60).Select(d => BlindArm.Holds(district.ProvinceCode, district.Item1, First.AddDays(d))));
        }
    }

    [Fact]
    public void OneDayInFive_IsBlindInEachDistrictAndOnEachWeekday()
    {
        var days = Vocabulary.Current.Districts.SelectMany(d => Enumerable.Range(0, 350).Select(i => (d, Day: First.AddDays(i)))).ToList();
        foreach (var weekday in days.GroupBy(d => d.Day.DayOfWeek))
            Assert.InRange(weekday.Average(d => BlindArm.Holds(d.d.ProvinceCode, d.d.Code, d.Day) ? 1.0 : 0), 0.19, 0.21);
        foreach (var district in days.GroupBy(d => d.d.Code))
            Assert.InRange(district.Average(d => BlindArm.Holds(d.d.ProvinceCode, d.d.Code, d.Day) ? 1.0 : 0), 0.11, 0.29);
    }
}
