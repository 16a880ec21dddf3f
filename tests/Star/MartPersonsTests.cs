using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Persons by their first visits, against counting the distinct ones of each place and period.</summary>
public sealed class MartPersonsTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    const string Person = "coalesce(a.person_key, hash(a.province_code, a.application_id))";

    [Theory]
    [InlineData("country", "true")]
    [InlineData("province", "a.province_code = s.province_code")]
    [InlineData("district", "a.province_code = s.province_code and a.district_code = s.district_code")]
    public void FirstVisits_AreTheDistinctPersons(string level, string place) =>
        Assert.Equal(["0 true"], warehouse.Exact($"""
            with counted as (
              select s.scope_code, p.period_code, count(distinct {Person}) as persons
              from fct_applications as a
              join dim_scope as s on s.scope_level = '{level}' and {place}
              join dim_period as p on a.received_on between p.start_on and p.end_on
              group by all
            ),
            of_level as (
              from mart_persons semi join (from dim_scope where scope_level = '{level}') using (scope_code)
            )
            select count(*) filter (c.persons is distinct from m.persons) || ' ' || (count(*) > 100)
            from counted as c full join of_level as m using (scope_code, period_code)
            """));

    [Fact]
    public void SmallWarehouse_HasPersonsOfOneDistrictAndOfMany() =>
        Assert.Equal(["true true"], warehouse.Exact($"""
            select bool_or(n > 1) || ' ' || bool_or(n = 1 and visits > 1)
            from (select count(*) as visits, count(distinct (a.province_code, a.district_code)) as n from fct_applications as a group by {Person})
            """));
}
