using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Ingest;

public sealed class WriteBackTests(OfficersWarehouse published) : IClassFixture<OfficersWarehouse>
{
    readonly SmallWarehouse small = published.Small;

    [Fact]
    public async Task AfterPublishing_OfficersOfThirtyCasesAndFlagsAreInTheIntake()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.WriteBackAsync(small.Paths, small.AsOf);

        var expected = DuckDbRows.Read(small.Paths.Warehouse, """
            select concat_ws(' ', province_code, lower(officer_key::varchar), count(distinct application_id), count(*) filter (event_code = 'answered'))
            from fct_stages where officer_key <> '-' and on_date > date '2026-10-31' - 91 group by province_code, officer_key
            having count(distinct application_id) >= 30 order by 1
            """);
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await world.ReadAsync("select concat_ws(' ', province_code, encode(pseudonym, 'hex'), cases, answers) from intake.officer_indicators")).Order(StringComparer.Ordinal));
        Assert.NotEqual("0", DuckDbRows.Read(small.Paths.Warehouse, """
            select count(*) from (select 1 from fct_stages where officer_key <> '-' and on_date > date '2026-10-31' - 91 group by province_code, officer_key having count(distinct application_id) < 30)
            """)[0]); // some were left out

        // Indirect standardisation: over the whole country as many as there were.
        Assert.Equal(["true"], await world.ReadAsync("select abs(sum(late_answers) - sum(expected_late_answers)) < 0.1 * sum(late_answers) + 1 from intake.officer_indicators"));
        Assert.Equal(["B 0", "A 76"], await world.ReadAsync("select flag_id || ' ' || province_code from intake.found_flags order by flag_id desc"));
    }

    [Fact]
    public async Task SecondNight_ReplacesIndicatorsAndKeepsTheFirstDayOfAFlag()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.WriteBackAsync(small.Paths, small.AsOf.AddDays(-1));
        var once = await world.ReadAsync("select count(*) from intake.officer_indicators");
        await world.WriteBackAsync(small.Paths, small.AsOf);
        await world.WriteBackAsync(small.Paths, small.AsOf);
        Assert.Equal(["2026-10-30 2026-10-31"], await world.ReadAsync("select distinct first_seen || ' ' || last_seen from intake.found_flags"));
        Assert.Equal(["2026-10-31"], await world.ReadAsync("select distinct as_of from intake.officer_indicators"));
        Assert.Equal(once, await world.ReadAsync("select count(*) from intake.officer_indicators"));
    }

    [Fact]
    public async Task AnotherPlace_SeesNeitherOfficersNorFlags()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.WriteBackAsync(small.Paths, small.AsOf);
        Assert.Equal(["76"], await world.ReadAsPlaceAsync(76, "select distinct province_code::text from intake.officer_indicators"));
        Assert.Equal(["A", "B"], await world.ReadAsPlaceAsync(76, "select flag_id from intake.found_flags order by 1"));
        Assert.Equal(["B"], await world.ReadAsPlaceAsync(6, "select flag_id from intake.found_flags order by 1"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => world.ReadAsPlaceAsync(76, "delete from intake.found_flags returning flag_id"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
