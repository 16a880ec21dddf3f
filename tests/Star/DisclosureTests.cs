using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>What leaves the warehouse, against what stands in it.</summary>
public sealed class DisclosureTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "∅")]
    [InlineData(7, "∅")]
    [InlineData(8, "10")]
    [InlineData(12, "10")]
    [InlineData(13, "15")]
    [InlineData(1003, "1005")]
    public void Rounded_HidesOneToSeven_AndTellsTheNearestFive(int count, string told)
    {
        using var memory = DuckDb.Open(":memory:");
        memory.Execute(EmbeddedSql.Read("Functions/disclosure.sql"));
        using var command = memory.CreateCommand();
        command.CommandText = "select coalesce(rounded($n)::varchar, '∅')";
        command.Parameters.Add(new DuckDB.NET.Data.DuckDBParameter("n", count));
        Assert.Equal(told, command.ExecuteScalar());
    }

    [Fact]
    public void PublishedCounts_OfPlaces_AreMultiplesOfFiveOrHidden()
    {
        string[] columns = ["received", "persons", "answered", "due", "overdue", "open_at_end", "rejected", "reopened", "satisfaction_count"];
        foreach (var column in columns)
            Assert.Equal(["0"], warehouse.Published(
                $"select count(*) from pub_key_figures where scope_code <> 'TR' and ({column} % 5 <> 0 or {column} between 1 and 7)"));
        Assert.Equal(["0"], warehouse.Published("select count(*) from pub_types where received % 5 <> 0 or country_received % 5 <> 0"));
        Assert.Equal(["0"], warehouse.Published("select count(*) from pub_units where overdue % 5 <> 0 or routed % 5 <> 0"));
    }

    [Fact]
    public void PublishedCells_AreHiddenWhereSmall_AndElsewhereOnlyToProtectThem()
    {
        const string Cells = "from exact.mart_types as m join pub_types as p using (scope_code, period_code, level, type_code)";
        Assert.Equal(["0"], Across($"""
            select count(*) {Cells}
            where (m.received between 1 and 7 and p.received is not null)
              or (m.previous_received is null or m.previous_received between 1 and 7) and p.previous_received is not null
              or p.received <> (m.received + 2) // 5 * 5
            """, warehouse.Small.Paths.Published));
        Assert.Equal(["1"], Across($"select (100 * count(*) filter (p.received is null) < 20 * count(*))::integer {Cells} where m.received >= 8", warehouse.Small.Paths.Published));
    }

    /// <summary>Six provinces are few: here and there a total would give one of them away, and is rounded like the rest or hidden.</summary>
    [Fact]
    public void NationalTotals_AreExactUnlessTheyGiveAProvinceAway_NationalBreakdownsAreNot()
    {
        const string Totals = "from exact.mart_key_figures as m join pub_key_figures as p using (scope_code, period_code) where scope_code = 'TR'";
        Assert.Equal(["0"], Across($"select count(*) {Totals} and p.received not in (m.received, (m.received + 2) // 5 * 5)", warehouse.Small.Paths.Published));
        Assert.Equal(["1"], Across($"select (count(*) filter (p.received = m.received) > 0.5 * count(*))::integer {Totals}", warehouse.Small.Paths.Published));
        Assert.Equal(["0"], warehouse.Published("select count(*) from pub_groups where scope_code = 'TR' and received % 5 <> 0"));
    }

    [Theory]
    [InlineData("kind", "tip_off")]
    [InlineData("circumstance", "disabled")]
    [InlineData("circumstance", "ill")]
    public void SensitiveGroups_AreToldByQuarterAtTheFinest_AndFromTenOn(string dimension, string value)
    {
        foreach (var rows in (Func<string, string[]>[])[warehouse.Published, warehouse.Ministry])
        {
            var told = $"from pub_groups join dim_period using (period_code) where dimension = '{dimension}' and value_code = '{value}' and received is not null";
            Assert.Equal(["0"], rows($"select count(*) {told} and (period_kind in ('week', 'month') or received between 1 and 9)"));
            Assert.NotEqual(["0"], rows($"select count(*) {told} and received > 0"));
        }
    }

    [Fact]
    public void Medians_NeedTwentyCases() =>
        Assert.Equal(["0"], Across("""
            select count(*) from exact.mart_key_figures as m join pub_key_figures as p using (scope_code, period_code)
            where p.median_working_days is not null and m.received < 20
            """, warehouse.Small.Paths.Published));

    [Fact]
    public void Ministry_HasNoDistricts_AndHidesWhatIsSmall()
    {
        foreach (var table in (string[])["pub_key_figures", "pub_weeks", "pub_types", "pub_groups"])
            Assert.Equal(["0"], warehouse.Ministry($"select count(*) from {table} where scope_code like 'ilce:%'"));
        Assert.Equal(["0"], warehouse.Ministry("select count(*) from pub_types where received between 1 and 4 or previous_received between 1 and 4"));
        Assert.Equal(["0"], warehouse.Ministry("select count(*) from pub_key_figures where overdue between 1 and 4 or due - overdue between 1 and 4"));
    }

    [Theory]
    [InlineData("topics of a heading", "scope_code || period_code || heading_code", "level = 'topic'", "level = 'heading'")]
    [InlineData("provinces of a type", "period_code || level || type_code", "scope_code <> 'TR'", "scope_code = 'TR'")]
    public void Ministry_NoSumHasExactlyOneHiddenCell(string what, string sum, string part, string whole)
    {
        Assert.NotEmpty(what);
        Assert.Equal(["0"], warehouse.Ministry($"""
            select count(*) from (
              select {sum} as sum_key from pub_types where {part} or {whole}
              group by all having count(*) - count(received) = 1)
            """));
        // The shown ones are exact.
        Assert.Equal(["0"], Across(
            "select count(*) from exact.mart_types as m join pub_types as p using (scope_code, period_code, level, type_code) where p.received <> m.received",
            warehouse.Small.Paths.Ministry));
    }

    [Fact]
    public void Ministry_HiddenTotal_IsHiddenInEveryTable() =>
        Assert.Equal(["0"], warehouse.Ministry("""
            select count(*) from pub_types as t join pub_key_figures as k using (scope_code, period_code)
            where t.scope_received is distinct from k.received
            """));

    [Fact]
    public void Releases_HoldNoPersonNoTextNoApplication()
    {
        string[] forbidden = ["person_key", "application_id", "demographic_key", "actor_key", "scrubbed_text"];
        foreach (var file in (string[])[warehouse.Small.Paths.Published, warehouse.Small.Paths.Ministry])
        {
            var columns = DuckDbRows.Read(file, "select column_name from duckdb_columns() where not internal");
            Assert.Empty(columns.Intersect(forbidden));
            var raw = warehouse.Small.Paths.Raw;
            foreach (var column in DuckDbRows.Read(file, "select table_name || '.' || column_name from duckdb_columns() where data_type = 'VARCHAR' and schema_name = 'main'"))
            {
                var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
                Assert.Empty(DuckDbRows.Read(file, $"select {name} from {table} where {name} = 'Örnek metin' or regexp_matches({name}, '[0-9a-f]{{32}}|[0-9]{{11}}') limit 1"));
            }
            Assert.True(File.Exists(raw));
        }
    }

    static string[] Across(string sql, string release)
    {
        var exact = Path.Combine(Path.GetDirectoryName(release)!, "warehouse.duckdb");
        using var connection = DuckDb.Open(release, readOnly: true);
        connection.Execute($"attach {DuckDb.Quote(exact)} as exact (read_only)");
        return [DuckDb.Count(connection, sql).ToString(System.Globalization.CultureInfo.InvariantCulture)];
    }
}
