using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Units and bureaus keep what they were called and where they stood (type 2), from the log of settings.</summary>
public sealed class PlaceVersionsTests
{
    const string Versions = "select unit_code, version_no, valid_from, valid_to, name, is_current from dim_unit_version where unit_code in ('su', 'yol') order by all";

    [Fact]
    public void RenamedUnit_HasAVersionForEachName()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01")
            .Change(1, "units", "su", "2026-03-01", before: """{"name":"Su İşleri","institution":"Belediye"}""", after: """{"name":"Su ve Kanal","institution":"Belediye"}""")
            .Change(2, "units", "su", "2026-09-02", before: """{"name":"Su ve Kanal"}""", after: """{"name":"Su İdaresi","institution":"Belediye"}""")
            .Change(3, "units", "su", "2026-09-02", before: """{"name":"Su İdaresi"}""", after: """{"name":"Su Genel Müdürlüğü","institution":"Belediye"}""");
        Assert.Equal(
        [
            "su 1 1900-01-01 2026-03-01 Su İşleri False", "su 2 2026-03-01 2026-09-02 Su ve Kanal False", "su 3 2026-09-02 9999-12-31 Su Genel Müdürlüğü True",
            "yol 1 1900-01-01 9999-12-31 yol True",
        ], world.Build("2026-09-30").Rows(Versions));
    }

    [Fact]
    public void ChangeAfterTheAsOfDay_IsNotKnownYet()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01")
            .Change(1, "units", "su", "2026-10-01", before: """{"name":"su"}""", after: """{"name":"Su İdaresi"}""");
        Assert.Equal(["su 1 1900-01-01 9999-12-31 su True", "yol 1 1900-01-01 9999-12-31 yol True"], world.Build("2026-09-30").Rows(Versions));
    }

    [Fact]
    public void ClosedBureau_HasAVersionWithItsLastDay()
    {
        using var world = new TinyWorld().Application(1, "2026-09-01")
            .Change(1, "bureaus", "76", "2026-09-10", before: """{"name":"Iğdır Valiliği","province_code":76,"opened_on":"2018-01-01"}""", after: """{"name":"Iğdır Valiliği","province_code":76,"opened_on":"2018-01-01","closed_on":"2026-10-01"}""");
        Assert.Equal(["1 ∅", "2 2026-10-01"], world.Build("2026-09-30").Rows("select version_no, closed_on from dim_bureau_version where bureau_code = '76' order by all"));
    }

    [Theory]
    [InlineData("2018-10-25", "1900-01-01 9999-12-31 Şemdinli")] // Derecik was not opened yet
    [InlineData("2018-10-26", "1900-01-01 9999-12-31 Şemdinli", "2018-10-26 9999-12-31 Derecik")]
    public void OpenedDistrict_HasNoVersionBefore(string asOf, params string[] expected)
    {
        using var world = new TinyWorld();
        Assert.Equal(expected, world.Build(asOf, check: false).Rows("select valid_from, valid_to, name from dim_district_version where name in ('Derecik', 'Şemdinli') order by valid_from"));
    }
}
