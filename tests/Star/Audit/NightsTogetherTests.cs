using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using AcikKapi.Warehouse.Disclosure.Audit;
using Xunit;

namespace AcikKapi.Tests.Star.Audit;

/// <summary>P17 over several nights: a release gives nothing away with those before it either.</summary>
public sealed class NightsTogetherTests
{
    static readonly DateOnly LastOfQuarter = new(2026, 9, 30);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void NightsOverAQuartersEnd_GiveNothingAwayTogether()
    {
        using var small = SmallWarehouse.FillRaw(2_000);
        for (var day = LastOfQuarter.AddDays(-1); day <= LastOfQuarter.AddDays(2); day = day.AddDays(1)) Publish(small.Paths, day);
        var audits = AuditDisclosure.Run(small.Paths, Stop);
        Assert.All(audits, audit => Assert.Equal((3, 0L), (audit.Nights, audit.Exact)));
        Assert.All(audits, audit => Assert.Empty(audit.Found));
    }

    /// <summary>The negative control: the same two nights, each made without the other, tell counts together.</summary>
    [Fact]
    public void NightsMadeApart_GiveCountsAwayTogether()
    {
        using var first = SmallWarehouse.FillRaw(2_000);
        using var second = SmallWarehouse.FillRaw(2_000);
        Publish(first.Paths, LastOfQuarter);
        var night = LastOfQuarter.AddDays(1);
        Publish(second.Paths, night);
        first.Paths.MakeFolders(night);
        File.Copy(second.Paths.Published, first.Paths.BuildingPublished(night));
        File.Copy(second.Paths.Ministry, first.Paths.BuildingMinistry(night));
        File.Copy(second.Paths.Warehouse, first.Paths.BuildingWarehouse(night));
        KeptTold.Write(first.Paths, night);
        File.Move(first.Paths.BuildingPublished(night), first.Paths.Published, overwrite: true);
        File.Move(first.Paths.BuildingMinistry(night), first.Paths.Ministry, overwrite: true);
        Assert.NotEqual(0, AuditDisclosure.Run(first.Paths, Stop).Sum(audit => audit.Exact));
    }

    /// <summary>A model that gives all types anew changes the counts of ended periods: they are others than the nights before told.</summary>
    [Fact]
    public void NightThatGivesTypesAnew_GivesNothingAwayWithTheOldOnes()
    {
        using var small = SmallWarehouse.FillRaw(2_000);
        Publish(small.Paths, LastOfQuarter);
        Label(small.Paths, LastOfQuarter.AddDays(1));
        Publish(small.Paths, LastOfQuarter.AddDays(1));
        Assert.NotEqual(["0"], DuckDbRows.Read(small.Paths.Ministry, $"select count(*) from '{small.Paths.Told}/2026-09-30.parquet' where is_changed"));
        Assert.All(AuditDisclosure.Run(small.Paths, Stop), audit => Assert.Equal((1, 0L), (audit.Nights, audit.Exact)));
    }

    /// <summary>A release of a version that did not look at earlier nights is none of those that are looked at.</summary>
    [Fact]
    public void ReleaseOfAnOlderVersion_BeginsTheNightsAnew()
    {
        using var small = SmallWarehouse.FillRaw(500);
        Publish(small.Paths, LastOfQuarter);
        Publish(small.Paths, LastOfQuarter.AddDays(1));
        foreach (var file in (string[])[small.Paths.Published, small.Paths.Ministry])
        {
            using var release = DuckDb.Open(file);
            release.Execute("alter table pub_meta drop column is_audited_with_earlier");
        }
        Publish(small.Paths, LastOfQuarter.AddDays(2));
        Assert.All(AuditDisclosure.Run(small.Paths, Stop), audit => Assert.Equal((0, 0L), (audit.Nights, audit.Exact)));
    }

    // Applications without a type of their own get one that another has.
    static void Label(WarehousePaths paths, DateOnly day)
    {
        using var raw = RawStore.Open(paths);
        raw.Execute($"""
            copy (
              select province_code, application_id, lag(type_code, 3) over (order by application_id) as type_code, 0.9 as confidence, 'a model' as model_version, {DuckDb.Literal(day)} as labelled_on
              from raw_applications
            ) to {DuckDb.Quote(Path.Combine(paths.Labels, $"{WarehousePaths.Name(day)}.parquet"))} (format parquet)
            """);
    }

    static void Publish(WarehousePaths paths, DateOnly day)
    {
        paths.MakeFolders(day);
        Build.Run(paths, day, ct: Stop);
        using (var built = DuckDb.Open(paths.BuildingWarehouse(day)))
            built.Execute(EmbeddedSql.Read(typeof(SmallWarehouse).Assembly, "Support/no_flags.sql"));
        AcikKapi.Warehouse.Publish.Run(paths, day, ct: Stop);
    }
}
