using AcikKapi.Domain;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class ExportLakeTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    string Star => warehouse.Small.Paths.Warehouse;

    /// <summary>P18, and its control: the star itself has rare combinations.</summary>
    [Fact]
    public void CoarsenedLake_HasNoCombinationOfFewerThanFive()
    {
        var lake = Export(isInternal: false);
        const string rare = "select count(*) from (select count(*) as alike from {0} group by province_code, district_code, month, age_band_code, gender_code, circumstances, type_code having alike < 5)";
        var applications = $"read_parquet('{lake}/applications/**/*.parquet', hive_partitioning = true)";
        Assert.Equal(["0"], Read(string.Format(null, rare, applications)));
        Assert.NotEqual(["0"], DuckDbRows.Read(Star, string.Format(null, rare,
            "(select a.*, g.*, date_trunc('month', received_on) as month from fct_applications as a join dim_demographic as g using (demographic_key))")));

        var all = long.Parse(DuckDbRows.Read(Star, "select count(*) from fct_applications")[0], null);
        var told = long.Parse(Read($"select count(*) from {applications}")[0], null);
        Assert.InRange(told, (long)(0.9 * all), all); // coarser, but hardly fewer
    }

    [Fact]
    public void CoarsenedLake_HoldsNoIdsPseudonymsOrDays()
    {
        var lake = Export(isInternal: false);
        var columns = Read($"select column_name from (describe from read_parquet('{lake}/applications/**/*.parquet', hive_partitioning = true))");
        Assert.Empty(columns.Intersect(["application_id", "person_key", "demographic_key", "unit_code", "bureau_code", "received_on", "answered_on", "routed_on", "due_on", "row_no"]));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(lake).Select(Path.GetFileName), name => name!.Contains("demographic", StringComparison.Ordinal) || name.Contains("officer", StringComparison.Ordinal));
    }

    [Fact]
    public void InternalLake_IsTheStarItselfTheOwnersAloneAndNoted()
    {
        var lake = Export(isInternal: true);
        foreach (var fact in new[] { "fct_applications", "fct_stages", "fct_backlog" })
            Assert.Equal(DuckDbRows.Read(Star, $"select count(*), sum(hash(t::varchar)) from (select * exclude (province_code), province_code::bigint as province_code from {fact}) as t"),
                Read($"select count(*), sum(hash(t::varchar)) from (select * exclude (province_code), province_code from read_parquet('{lake}/{fact}/**/*.parquet', hive_partitioning = true)) as t"));
        Assert.All(Directory.EnumerateFiles(lake, "*", SearchOption.AllDirectories), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Contains(lake, File.ReadAllText(Path.Combine(warehouse.Small.Paths.Kept, "exports.log")), StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatHoldsSomething_IsLeftAlone()
    {
        var lake = Export(isInternal: false);
        Assert.Throws<UserError>(() => ExportLake.Run(warehouse.Small.Paths, lake, isInternal: false, TestContext.Current.CancellationToken));
    }

    string Export(bool isInternal)
    {
        var folder = Path.Combine(warehouse.Small.Paths.Folder, $"lake-{Guid.NewGuid():N}");
        ExportLake.Run(warehouse.Small.Paths, folder, isInternal, TestContext.Current.CancellationToken);
        return folder;
    }

    string[] Read(string sql) => DuckDbRows.Read(Star, sql);
}
