using AcikKapi.Domain;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class PublishTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void SameInputTwice_GivesIdenticalTables()
    {
        using var first = SmallWarehouse.Create(500);
        using var second = SmallWarehouse.CreateAnew(500);
        Assert.Equal(Released(first), Released(second));
        Assert.Equal(Snapshot(first), Snapshot(second));
        Assert.Equal(46, Released(first).Length);
    }

    /// <summary>An enumeration lists every code of the star, also those no row of a release has, and other readers stumble over it.</summary>
    [Fact]
    public void Releases_HoldNoEnumerations()
    {
        using var small = SmallWarehouse.Create(500);
        foreach (var file in (string[])[small.Paths.Published, small.Paths.Ministry])
            Assert.Equal([], DuckDbRows.Read(file, "select table_name, column_name from duckdb_columns() where data_type like 'ENUM%'"));
    }

    [Fact]
    public void FailingCheck_LeavesThePublishedFilesUntouched()
    {
        using var small = SmallWarehouse.Create(500);
        var before = Fingerprints(small);
        using (var raw = RawStore.Open(small.Paths))
            raw.Execute("update raw_applications set district_code = 1421 where province_code = 76");
        Build.Run(small.Paths, small.AsOf, ct: Stop);
        var stopped = Assert.Throws<UserError>(() => Check.Run(small.Paths, small.AsOf, ct: Stop));
        Assert.Contains("unknown_place", stopped.Message, StringComparison.Ordinal);
        Assert.Contains(" rows since 20", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(before, Fingerprints(small));
    }

    [Fact]
    public void OlderDay_IsRefusedUnlessForced()
    {
        using var small = SmallWarehouse.Create(500);
        var earlier = small.AsOf.AddDays(-30);
        BuiltAsOf(small, earlier);
        Assert.Contains("--force", Assert.Throws<UserError>(() => Publish.Run(small.Paths, earlier, ct: Stop)).Message, StringComparison.Ordinal);
        Assert.Equal(small.AsOf, Publish.PublishedDay(small.Paths));
        Publish.Run(small.Paths, earlier, force: true, ct: Stop);
        Assert.Equal(earlier, Publish.PublishedDay(small.Paths));
    }

    [Fact]
    public void WithoutFlags_NamesTheCommand()
    {
        using var small = SmallWarehouse.FillRaw(500);
        Assert.Contains("`build --as-of 2026-10-31`", Assert.Throws<UserError>(() => Publish.Run(small.Paths, small.AsOf, ct: Stop)).Message, StringComparison.Ordinal);
        Build.Run(small.Paths, small.AsOf, ct: Stop);
        Assert.Contains("`flag --as-of 2026-10-31`", Assert.Throws<UserError>(() => Publish.Run(small.Paths, small.AsOf, ct: Stop)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_AreForThoseWhoMayReadThem()
    {
        using var small = SmallWarehouse.Create(500);
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner, File.GetUnixFileMode(small.Paths.Raw));
        Assert.Equal(owner, File.GetUnixFileMode(small.Paths.Warehouse));
        Assert.Equal(owner, File.GetUnixFileMode(small.Paths.Ministry));
        Assert.Equal(owner | UnixFileMode.GroupRead, File.GetUnixFileMode(small.Paths.Published));
        Assert.False(Directory.Exists(small.Paths.Building(small.AsOf)));
    }

    [Fact]
    public void EarlierNights_AreKeptAndTheOldestGo()
    {
        using var small = SmallWarehouse.Create(500);
        for (var night = 1; night <= 4; night++) PublishDay(small, small.AsOf.AddDays(night));
        Assert.Equal(
            ["2026-11-01", "2026-11-02", "2026-11-03"],
            Directory.GetDirectories(Path.Combine(small.Paths.Folder, "earlier")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["2026-11-02"], DuckDbRows.Read(Path.Combine(small.Paths.Earlier(new DateOnly(2026, 11, 2)), "published.duckdb"), "select data_date from pub_meta"));
        PublishDay(small, small.AsOf.AddDays(4)); // the same day again is no other night
        Assert.Equal(3, Directory.GetDirectories(Path.Combine(small.Paths.Folder, "earlier")).Length);
    }

    [Fact]
    public void ReaderOfYesterday_ReadsOnUntilItOpensAgain()
    {
        using var small = SmallWarehouse.Create(500);
        using (var reader = DuckDb.Open(small.Paths.Published, readOnly: true))
        {
            PublishDay(small, small.AsOf.AddDays(1));
            Assert.Equal(31, reader.Count("select day(data_date) from pub_meta"));
        }
        Assert.Equal(["2026-11-01"], DuckDbRows.Read(small.Paths.Published, "select data_date from pub_meta"));
    }

    [Fact]
    public void NightRunAgain_EndsAsTheSameRelease_WhereverItsFilesWere()
    {
        using var small = SmallWarehouse.Create(2_500);
        var (yesterday, night) = (small.AsOf.AddDays(1), small.AsOf.AddDays(2));
        PublishDay(small, yesterday, 2_800);
        PublishDay(small, night, 3_000);
        var once = Told(small);
        PublishDay(small, night, 3_000);
        Assert.Equal(once, Told(small));
        // Killed between its files' taking their places: the ministry's is tonight's, the published one yesterday's.
        File.Copy(Path.Combine(small.Paths.Earlier(yesterday), "published.duckdb"), small.Paths.Published, overwrite: true);
        PublishDay(small, night, 3_000);
        Assert.Equal(once, Told(small));
    }

    static string[] Told(SmallWarehouse small) =>
        [.. ((string[])[small.Paths.Published, small.Paths.Ministry]).SelectMany(file => ((string[])["pub_groups", "pub_types", "pub_key_figures", "pub_units"])
            .Select(table => $"{Path.GetFileName(file)} {table} {DuckDbRows.Read(file, $"select count(*), sum(hash(t::varchar)) from {table} as t").Single()}"))];

    static void PublishDay(SmallWarehouse small, DateOnly day, int applications = 500)
    {
        BuiltAsOf(small, day, applications);
        Publish.Run(small.Paths, day, ct: Stop);
    }

    // What was built for the world's own day: nothing of it depends on which day it is published for.
    static void BuiltAsOf(SmallWarehouse small, DateOnly day, int applications = 500)
    {
        using var built = SmallWarehouse.Build(applications);
        small.Paths.MakeFolders(day);
        File.Copy(built.Paths.BuildingWarehouse(built.AsOf), small.Paths.BuildingWarehouse(day));
    }

    [Fact]
    public void Flags_AreToldAnewFromReleasedNumbers()
    {
        using var small = SmallWarehouse.Build(500);
        using (var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf)))
            warehouse.Execute("""
                insert into flags
                select id, date '2026-10-31', 'sudden_rise', 'problem', level, place, district, null, type, grp, date '2026-10-05', date '2026-11-01',
                  observed, expected, observed / expected, expected - 10, expected + 10, 0.0001234, 0.01, 'Tam sayı: ' || observed, scope, ''
                from (values
                  ('big', 'province', '76', null, 'SOS-02', null, 123, 54.0, 'il:76'),
                  ('few', 'district', '76', '1692', 'SOS-02', null, 6, 1.5, 'ilce:76-1692'),
                  ('sealed', 'group', '76', null, null, 'disabled', 9, 2.0, 'il:76')
                ) as f (id, level, place, district, type, grp, observed, expected, scope)
                """);
        Publish.Run(small.Paths, small.AsOf, ct: Stop);
        Assert.Equal(
            ["big 125 55 Iğdır: Gıda yardımı başvuruları son 4 haftada yaklaşık 55 beklenirken yaklaşık 125 oldu.",
             "few ∅ 0 Tuzluca (Iğdır): Gıda yardımı başvuruları son 4 haftada 5'ten az beklenirken 8'den az oldu."],
            DuckDbRows.Read(small.Paths.Published, "select flag_id, observed, expected, sentence from pub_flags order by 1"));
        Assert.Equal(["big 125 Iğdır: Gıda yardımı başvuruları son 4 haftada 54 beklenirken yaklaşık 125 oldu."],
            DuckDbRows.Read(small.Paths.Ministry, "select flag_id, observed, sentence from pub_flags order by 1"));
    }

    static string[] Released(SmallWarehouse small)
    {
        using var memory = DuckDb.Open(":memory:");
        using var command = memory.CreateCommand();
#pragma warning disable CA2100 // a test's own file
        command.CommandText = $"select release || ' ' || table_name || ' ' || rows || ' ' || checksum from read_parquet('{Path.Combine(small.Paths.Releases, "2026-10-31.parquet")}')";
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        List<string> texts = [];
        while (rows.Read()) texts.Add(rows.GetString(0));
        return [.. texts];
    }

    static string[] Snapshot(SmallWarehouse small) => DuckDbRows.Read(small.Paths.Published, "select snapshot_id from pub_meta");

    static string[] Fingerprints(SmallWarehouse small) =>
        [.. new[] { small.Paths.Warehouse, small.Paths.Published, small.Paths.Ministry }
            .Select(file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))];
}
