using AcikKapi.Domain;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using AcikKapi.Warehouse.Disclosure.Audit;
using Xunit;

namespace AcikKapi.Tests.Star.Audit;

public sealed class AuditDisclosureTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    const string Keys = "measure, scope_code, period_code, dimension, value_code";

    const string Line = "concat_ws('|', measure, scope_code, period_code, dimension, value_code, coalesce(told::varchar, 'hidden'))";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Releases_GiveNoCountAway()
    {
        var audits = AuditDisclosure.Run(warehouse.Small.Paths, Stop);
        Assert.Equal(["published", "ministry"], audits.Select(audit => audit.Release));
        Assert.All(audits, audit => Assert.Equal((0, 0, 0), (audit.Exact, audit.Found.Count, audit.Narrow)));
        Assert.All(audits, audit => Assert.InRange(audit.Hidden, 1_000, audit.Cells));
    }

    /// <summary>The negative control: where only what is small is hidden, much of it is found by subtraction.</summary>
    [Fact]
    public void HidingOnlySmallCounts_IsFoundOut()
    {
        using var copy = Copy(warehouse.Small);
        TellComplements(copy.Paths);
        var audit = AuditDisclosure.Run(copy.Paths, Stop)[1];
        Assert.InRange((double)audit.Exact / audit.Hidden, 0.1, 1);
        Assert.Equal(10, audit.Found.Count);
    }

    /// <summary>The negative control: had last night told what tonight hides for another's sake, the two together tell it.</summary>
    [Fact]
    public void ComplementsToldTheNightBefore_AreFoundOut()
    {
        using var small = SmallWarehouse.Create(2_000);
        PublishDay(small, small.AsOf.AddDays(1));
        var before = AuditDisclosure.Run(small.Paths, Stop)[1];
        Assert.Equal(1, before.Nights);
        var told = Path.Combine(small.Paths.Told, $"{WarehousePaths.Name(small.AsOf)}.parquet");
        using (var changes = DuckDb.Open(small.Paths.Ministry, readOnly: true))
        {
            changes.Execute($"attach {DuckDb.Quote(small.Paths.Warehouse)} as exact (read_only)");
            changes.Execute($"""
                copy (
                  select 'ministry' as release, 'received' as measure, p.scope_code, p.period_code, p.level::varchar as dimension, p.type_code as value_code, m.received as told, false as is_changed
                  from pub_types as p
                  join exact.mart_types as m using (scope_code, period_code, level, type_code)
                  join dim_period as d using (period_code)
                  where p.received is null and m.received >= 5 and d.end_on < date '2026-10-01'
                ) to {DuckDb.Quote(told)} (format parquet)
                """);
        }
        Assert.InRange(AuditDisclosure.Run(small.Paths, Stop)[1].Exact, before.Exact + 1, long.MaxValue);
    }

    /// <summary>A release has the last weeks only: a week later the first of them is gone, which tells nobody that nothing happened in it.</summary>
    [Fact]
    public void WeeksThatAReleaseNoLongerHas_AreNotToldAsZero()
    {
        using var small = SmallWarehouse.Create(2_000);
        PublishDay(small, small.AsOf.AddDays(7));
        using var release = DuckDb.Open(small.Paths.Ministry, readOnly: true);
        release.Execute(EmbeddedSql.Read("Functions/disclosure.sql"));
        var nights = KeptTold.Read(release, small.Paths, "ministry");
        ReadSystem.Run(release, "true", withDistricts: false, nights);
        Assert.NotEqual(0, release.Count("select count(*) from changes anti join told using (measure, period_code, dimension)"));
        Assert.Equal(0, release.Count("select count(*) from cells anti join told using (measure, period_code, dimension) where not is_slack"));
    }

    [Fact]
    public void NothingPublished_IsAUsersError() =>
        Assert.Throws<UserError>(() => AuditDisclosure.Run(new WarehousePaths("/nowhere"), Stop));

    /// <summary>What stays of a release is enough to have it back: tonight's counts with the changes laid over them.</summary>
    [Fact]
    public void KeptCounts_GiveTheEarlierReleaseBack()
    {
        using var small = SmallWarehouse.Create(500);
        var before = Told(small.Paths.Published);
        PublishDay(small, small.AsOf.AddDays(1));
        PublishDay(small, small.AsOf.AddDays(2));
        using var connection = DuckDb.Open(small.Paths.Published, readOnly: true);
        var nights = KeptTold.Read(connection, small.Paths, "published");
        Assert.Equal([small.AsOf.AddDays(1), small.AsOf], nights);
        connection.Execute($"create temp table now as {ToldColumns.Cells("true")}");
        connection.Execute($"""
            create temp table back as
            select {Keys}, told from kept_changes qualify row_number() over (partition by {Keys} order by as_of) = 1
            union all
            from (from now anti join kept_changes using ({Keys}))
            """);
        using var rows = ReadSystem.Query(connection, $"select {Line} from back where coalesce(told > 0, true) order by all");
        List<string> back = [];
        while (rows.Read()) back.Add(rows.GetString(0));
        Assert.Equal(before, back);
    }

    static string[] Told(string file) => DuckDbRows.Read(
        file, $"select {Line} from ({ToldColumns.Cells("true")}) where told is distinct from 0 order by all");

    static void PublishDay(SmallWarehouse small, DateOnly day)
    {
        Build.Run(small.Paths, day, ct: Stop);
        using (var built = DuckDb.Open(small.Paths.BuildingWarehouse(day)))
            built.Execute(EmbeddedSql.Read(typeof(SmallWarehouse).Assembly, "Support/no_flags.sql"));
        Publish.Run(small.Paths, day, ct: Stop);
    }

    static void TellComplements(WarehousePaths paths)
    {
        using var ministry = DuckDb.Open(paths.Ministry);
        ministry.Execute($"attach {DuckDb.Quote(paths.Warehouse)} as exact (read_only)");
        ministry.Execute("""
            create temp table retold as
            select 'received' as measure, scope_code, period_code, level::varchar as dimension, type_code as value_code, received as told
            from exact.mart_types where received >= 5
            union all
            select 'received', scope_code, period_code, 'total', '', received from exact.mart_key_figures where received >= 5
            """);
        foreach (var statement in ToldColumns.Retell("retold")) ministry.Execute(statement);
        ministry.Execute("delete from pub_groups; delete from pub_units; delete from pub_visits;");
        foreach (var figure in (string[])["answered", "closed", "due", "overdue", "open_at_end", "overdue_open_at_end", "rejected", "reopened", "satisfaction_count"])
            ministry.Execute($"update pub_key_figures set {figure} = 0");
        ministry.Execute("detach exact");
    }

    sealed record Files(WarehousePaths Paths) : IDisposable
    {
        public void Dispose() => Directory.Delete(Paths.Folder, recursive: true);
    }

    static Files Copy(SmallWarehouse small)
    {
        var copy = new WarehousePaths(Directory.CreateTempSubdirectory("acikkapi-audit-").FullName);
        foreach (var (from, to) in new[] { (small.Paths.Published, copy.Published), (small.Paths.Ministry, copy.Ministry), (small.Paths.Warehouse, copy.Warehouse) })
            File.Copy(from, to);
        return new Files(copy);
    }
}
