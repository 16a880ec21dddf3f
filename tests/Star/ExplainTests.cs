using AcikKapi.Domain;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class ExplainTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    [Fact]
    public void PublishedColumn_IsTracedToItsFilesAndTheSnapshot()
    {
        var told = Explain.Run(warehouse.Small.Paths, "pub_types.received");
        Assert.Equal(Assert.Single(warehouse.Published("select snapshot_id from pub_meta")), told.SnapshotId);
        Assert.Equal("warehouse/Star/Disclosure/Published/pub_types.sql", told.Origin.File);
        Assert.Contains(told.Origin.Lines, line => line.Contains("rounded(t.received) as received", StringComparison.Ordinal));
        var mart = told.Origin.Reads.Single(o => o.Table == "mart_types");
        Assert.NotEmpty(mart.Lines);
        Assert.Contains(All(told.Origin), o => o.Table == "raw_applications");
        Assert.All(All(told.Origin), o => Assert.True(File.Exists(Path.Combine(Support.Repository.Root, o.File)), o.File));
    }

    [Fact]
    public void EveryPublishedTable_CanBeTracedToLandedRows()
    {
        foreach (var table in warehouse.Published("select table_name from duckdb_tables() where table_name like 'pub_%' and table_name not in ('pub_meta', 'pub_flags', 'pub_flag_record', 'pub_flag_measures')"))
            Assert.Contains(All(Explain.Run(warehouse.Small.Paths, table).Origin), o => o.Table.StartsWith("raw_", StringComparison.Ordinal));
    }

    [Fact]
    public void UnknownTableOrColumn_IsNamedWithTheKnownOnes()
    {
        Assert.Contains("mart_types", Assert.Throws<UserError>(() => Explain.Run(warehouse.Small.Paths, "nothing")).Message, StringComparison.Ordinal);
        Assert.Contains("received", Assert.Throws<UserError>(() => Explain.Run(warehouse.Small.Paths, "pub_types.nothing")).Message, StringComparison.Ordinal);
    }

    static IEnumerable<Origin> All(Origin origin) => origin.Reads.SelectMany(All).Prepend(origin);
}
