using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using AcikKapi.Warehouse.Disclosure.Audit;
using Xunit;

namespace AcikKapi.Tests.Star.Audit;

/// <summary>The audit's own soundness, on a whole warehouse: its sums are sums of the true counts, and what it concludes of a count is true of it.</summary>
public sealed class TrueCountsTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    [Theory]
    [InlineData("published")]
    [InlineData("ministry")]
    public void EveryTrueCount_LiesWithinWhatTheAuditLeavesOfIt(string name)
    {
        var (file, rule) = name == "published" ? (warehouse.Small.Paths.Published, ToldRule.Published) : (warehouse.Small.Paths.Ministry, ToldRule.Ministry);
        using var release = DuckDb.Open(file, readOnly: true);
        release.Execute(EmbeddedSql.Read("Functions/disclosure.sql"));
        KeptTold.MakeEmpty(release);
        var told = ReadSystem.Run(release, "true", name == "published", []);
        var system = new AuditSystem(told, rule, warehouse.Small.AsOf);
        system.Run();

        // The marts have the releases' columns: the same query reads the true counts out of them.
        release.Execute($"attach {DuckDb.Quote(warehouse.Small.Paths.Warehouse)} as exact (read_only)");
        var (looked, wrong) = (0, new List<string>());
        using var rows = ReadSystem.Query(release, $"""
            select cell_no, coalesce(t.told, 0), concat_ws(' ', measure, scope_code, period_code, dimension, value_code)
            from cells
            left join ({ToldColumns.Cells("true", "exact.").Replace("exact.pub_", "exact.mart_", StringComparison.Ordinal)}) as t using (measure, scope_code, period_code, dimension, value_code)
            where not is_slack
            """);
        while (rows.Read())
        {
            var (low, high) = system.Left(rows.GetInt32(0));
            looked++;
            if (rows.GetInt64(1) < low || rows.GetInt64(1) > high) wrong.Add($"{rows.GetString(2)}: {rows.GetInt64(1)}, not {low} to {high}");
        }
        Assert.InRange(looked, 10_000, int.MaxValue);
        Assert.Empty(wrong);
    }
}
