using AcikKapi.Domain;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Faults;

public sealed class FullDiskNightTests
{
    /// <summary>The disk fills while the star is built: a sentence, yesterday's files untouched, and after room was made the same night goes through.</summary>
    [Fact]
    public async Task DiskFullInTheBuild_IsASentenceAndYesterdayStands()
    {
        Suites.SkipUnlessFaults();
        var cancel = TestContext.Current.CancellationToken;
        await using var disk = await SmallDisk.MountAsync();
        using var small = SmallWarehouse.CreateAnew(20_000, folder: Path.Combine(disk.Folder, "warehouse"));
        var before = DuckDbRows.Read(small.Paths.Published, "select snapshot_id from pub_meta");

        disk.Fill();
        var error = Assert.Throws<UserError>(() => Build.Run(small.Paths, small.AsOf.AddDays(1), cancel));
        Assert.StartsWith("The disk is full: nothing was published", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, DuckDbRows.Read(small.Paths.Published, "select snapshot_id from pub_meta"));

        disk.Free();
        Build.Run(small.Paths, small.AsOf.AddDays(1), cancel);
        Check.Run(small.Paths, small.AsOf.AddDays(1), cancel);
        FaultReport.Add("P23 disk full in the night: a sentence, yesterday's release untouched, built after room was made");
    }
}
