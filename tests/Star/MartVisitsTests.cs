using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Visits by scope, period and kind: counted on paper, then as they are told outside.</summary>
public sealed class MartVisitsTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    [Theory]
    [InlineData("TR", "2026-09", "escort 2 1 45, field_visit 1 0 0")]
    [InlineData("il:76", "2026-09", "escort 2 1 45, field_visit 1 0 0")]
    [InlineData("ilce:76-1692", "2026-09", "escort 2 1 45, field_visit 1 0 0")]
    [InlineData("il:76", "2026-Q3", "escort 2 1 45, field_visit 1 0 0")]
    [InlineData("il:76", "2026-10", "field_visit 0 1 30")] // asked for in September, done in October
    [InlineData("il:76", "2026", "escort 2 1 45, field_visit 1 1 30")]
    public void Visits_CountOnTheDayTheyWereAskedForAndDone(string scope, string period, string expected)
    {
        using var world = new TinyWorld().Application(1, "2026-09-01")
            .Visit("a", "escort", "done", asked: "2026-09-01", starts: "2026-09-03", ended: "2026-09-03", result: "helped", minutes: 45)
            .Visit("b", "escort", "cancelled", asked: "2026-09-02", ended: "2026-09-20")
            .Visit("c", "field_visit", "done", asked: "2026-09-30", starts: "2026-10-01", ended: "2026-10-01", result: "informed", minutes: 30);
        var rows = world.Build("2026-10-10", check: false).Rows($"select kind_code, asked, done, minutes from mart_visits where scope_code = '{scope}' and period_code = '{period}' order by 1");
        Assert.Equal(expected, string.Join(", ", rows));
    }

    [Fact]
    public void Mart_AddsUpToTheFacts()
    {
        foreach (var year in warehouse.Exact("select distinct year(asked_on) from fct_visits"))
            Assert.Equal(warehouse.Exact($"select count(*) from fct_visits where year(asked_on) = {year}"), warehouse.Exact($"select sum(asked) from mart_visits where scope_code = 'TR' and period_code = '{year}'"));
        Assert.Equal(
            warehouse.Exact("select sum(asked), sum(done), sum(minutes) from mart_visits where scope_code = 'TR' and length(period_code) = 4"),
            warehouse.Exact("select sum(asked), sum(done), sum(minutes) from mart_visits where scope_code like 'il:%' and length(period_code) = 4"));
    }

    [Fact]
    public void Escorts_AreToldByQuarterAtTheFinestAndFromTenOn()
    {
        foreach (var rows in (Func<string, string[]>[])[warehouse.Published, warehouse.Ministry])
        {
            var told = "from pub_visits join dim_period using (period_code) where kind_code = 'escort' and asked is not null";
            Assert.Equal(["0"], rows($"select count(*) {told} and (period_kind in ('week', 'month') or asked between 1 and 9)"));
            Assert.NotEqual(["0"], rows($"select count(*) {told} and asked > 0"));
            Assert.Equal(["0"], rows("select count(*) from pub_visits where mean_minutes is not null and done < 18")); // 18 and 19 are told as 20
        }
    }

    [Fact]
    public void PublishedVisits_AreMultiplesOfFiveOrHidden() =>
        Assert.Equal(["0"], warehouse.Published("select count(*) from pub_visits where (scope_code <> 'TR' or kind_code = 'escort') and (asked % 5 <> 0 or done % 5 <> 0) or mean_minutes % 5 <> 0"));

    [Fact]
    public void MinistrysVisits_HideNoCellThatASumGivesAway() =>
        Assert.Equal(["0"], warehouse.Ministry("""
            select count(*) from (select period_code, kind_code from pub_visits group by all having count(*) - count(asked) = 1 or count(*) - count(done) = 1)
            """));
}
