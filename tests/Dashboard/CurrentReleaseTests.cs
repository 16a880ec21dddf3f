using AcikKapi.Dashboard;
using AcikKapi.Dashboard.Releases;
using AcikKapi.Dashboard.SignIn;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Dashboard;

/// <summary>The files that officers work on: of the newest night, cut to their place.</summary>
public sealed class CurrentReleaseTests : IDisposable
{
    static readonly Officer Analyst = new("analyst", 76, null);

    readonly SmallWarehouse _warehouse = SmallWarehouse.Create();
    readonly string _cuts = Path.Combine(Directory.CreateTempSubdirectory("acikkapi-cuts-").FullName, "cuts");

    CurrentRelease Release() => new(new WorkbenchSettings(0, "", new Uri("http://127.0.0.1/"), "", _warehouse.Paths, _cuts, ""));

    [Fact]
    public void NightThatIsPublished_IsSeenWithoutARestart()
    {
        using var release = Release();
        var cut = release.Of(Analyst)!;
        Assert.Equal(["2026-10-31"], Read(cut, "select data_date from pub_meta"));
        Assert.Same(cut, release.Of(Analyst));

        using var next = SmallWarehouse.Create(asOf: new DateOnly(2026, 11, 1));
        File.Move(next.Paths.Published, _warehouse.Paths.Published, overwrite: true); // as the night does
        var fresh = release.Of(Analyst)!;
        Assert.Equal(["2026-11-01"], Read(fresh, "select data_date from pub_meta"));
        SpinWait.SpinUntil(() => Directory.GetFiles(_cuts).Length == 2, TimeSpan.FromSeconds(10)); // the file and its other name; yesterday's are gone
        Assert.Equal(2, Directory.GetFiles(_cuts).Length);
    }

    [Fact]
    public void EveryPublishedTable_IsCutByName()
    {
        using var release = Release();
        var cut = Read(release.Of(Analyst)!, "select table_name from duckdb_tables() where schema_name = 'main' order by 1");
        Assert.Equal(DuckDbRows.Read(_warehouse.Paths.Published, "select table_name from duckdb_tables() where schema_name = 'main' order by 1"), cut);
    }

    [Theory]
    [InlineData(76, null, "ilce:76-")]
    [InlineData(76, 1692, "ilce:76-1692")]
    public void Rows_AreOfTheOwnPlaceOrTotals(int province, int? district, string own)
    {
        using var release = Release();
        var cut = release.Of(Analyst with { ProvinceCode = province, DistrictCode = district })!;
        foreach (var table in (string[])["pub_key_figures", "pub_weeks", "pub_types", "pub_groups", "pub_xmr", "pub_visits"])
        {
            Assert.Equal(["0"], Read(cut, $"select count(*) from {table} where starts_with(scope_code, 'ilce:') and not starts_with(scope_code, '{own}')"));
            Assert.NotEqual(["0"], Read(cut, $"select count(*) from {table}"));
        }
        Assert.Equal(["0"], Read(cut, "select count(*) from pub_units where province_code <> 76"));
        Assert.Equal(["0"], Read(cut, $"select count(*) from pub_funnel where level = 'district' and not starts_with(code, '{own}') or level = 'unit' and not starts_with(code, '76-')"));
        Assert.Equal(["0"], Read(cut, $"select count(*) from pub_steps where level = 'district' and not starts_with(code, '{own}')"));
        Assert.Equal(["0"], Read(cut, "select count(*) from pub_hops where province_code <> 76"));
        Assert.Equal(["0"], Read(cut, $"select count(*) from pub_stage_times where level = 'district' and not starts_with(code, '{own}') or level = 'unit' and not starts_with(code, '76-')"));
    }

    [Fact]
    public void Files_AreTheOwnersAlone()
    {
        using var release = Release();
        foreach (var officer in (Officer[])[Analyst, new("ministry", null, null)])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(release.Of(officer)!.File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_cuts));
    }

    [Fact]
    public void BeforeTheFirstNight_ThereIsNothing()
    {
        File.Delete(_warehouse.Paths.Published);
        using var release = Release();
        Assert.Null(release.Of(Analyst));
    }

    /// <summary>After an update: the next night tells the tables that this version has.</summary>
    [Theory]
    [InlineData("published")]
    [InlineData("ministry")]
    public void ReleaseOfAnOlderVersion_IsNoneYet(string which)
    {
        using (var older = DuckDb.Open(which == "ministry" ? _warehouse.Paths.Ministry : _warehouse.Paths.Published)) older.Execute("drop table pub_steps");
        using var release = Release();
        Assert.Null(release.Of(which == "ministry" ? new("ministry", null, null) : Analyst));
        Assert.Empty(Directory.GetFiles(_cuts));
    }

    static string[] Read(Cut cut, string sql)
    {
        using var connection = cut.Open();
        return DuckDbRows.Read(connection, sql);
    }

    public void Dispose() => _warehouse.Dispose();
}
