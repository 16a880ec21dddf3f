using System.Diagnostics;
using System.Globalization;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Faults;

/// <summary>
/// P6: a night that is killed anywhere and run again ends as one that was not, and meanwhile readers see yesterday or today and
/// nothing between. A kill -9 is the crash of a process, not the loss of power.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class KilledNightTests
{
    const int RandomKills = 50;
    static readonly string[] Steps = ["ingest", "label", "build", "check", "flag", "publish"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KilledAnywhere_EndsAsTheUndisturbedNight()
    {
        Suites.SkipUnlessFaults();
        await using var home = new TestHome();
        await home.RunAsync("simulate", "--scale", "province", "--years", "2", "--applications", "4000", "--seed", "1", "--until", "2026-10-31");
        await home.RunAsync("nightly", "--as-of", "2026-10-30");
        var yesterday = Copy(home, "yesterday");
        var clock = Stopwatch.StartNew();
        await home.RunAsync("nightly", "--as-of", "2026-10-31");
        var undisturbed = Sums(home);
        var length = clock.Elapsed;

        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in Steps) await KillAsync(home, yesterday, seen, afterStep: step, afterTime: null, undisturbed);
        var random = new Random(1);
        for (var kill = 0; kill < RandomKills; kill++)
            await KillAsync(home, yesterday, seen, afterStep: null, afterTime: length * random.NextDouble(), kill % 5 == 4 ? undisturbed : null);
        Assert.All(seen.Keys, day => Assert.Contains(day, (string[])["2026-10-30", "2026-10-31"]));
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture,
            $"P6 night killed after each of {Steps.Length} steps and {RandomKills} times at random: {Steps.Length + RandomKills / 5} reruns, all as the undisturbed one; readers saw {string.Join(", ", seen.Select(d => $"{d.Key} {d.Value:N0} times"))}, anything else 0"));
    }

    /// <summary>The control: had the file been written in place, a reader would have met half of it.</summary>
    [Fact]
    public async Task WrittenInPlace_AReaderMeetsHalfAFile()
    {
        Suites.SkipUnlessFaults();
        using var small = SmallWarehouse.Create(2_000);
        var published = await File.ReadAllBytesAsync(small.Paths.Published, Stop);
        await using (var file = File.Create(small.Paths.Published)) await file.WriteAsync(published.AsMemory(0, published.Length / 2), Stop);
        Assert.ThrowsAny<Exception>(() => Publish.PublishedDay(small.Paths));
    }

    /// <summary>From yesterday's files: starts the night, kills it, looks what a reader sees; runs it again where <paramref name="expected"/> is given.</summary>
    static async Task KillAsync(TestHome home, string yesterday, SortedDictionary<string, int> seen, string? afterStep, TimeSpan? afterTime, string[]? expected)
    {
        Restore(home, yesterday);
        using (var night = home.Start("nightly", "--as-of", "2026-10-31"))
        {
            var reading = ReadUntilEndAsync(home, night, seen);
            if (afterStep is not null)
                while (await night.StandardError.ReadLineAsync(Stop) is { } line && !line.Contains(afterStep, StringComparison.Ordinal)) { }
            else
                await Task.WhenAny(night.WaitForExitAsync(Stop), Task.Delay(afterTime!.Value, Stop));
            if (!night.HasExited) night.Kill(entireProcessTree: true);
            await night.WaitForExitAsync(Stop);
            await reading;
        }
        if (expected is null) return;
        await home.RunAsync("nightly", "--as-of", "2026-10-31");
        Assert.Equal(expected, Sums(home));
    }

    static async Task ReadUntilEndAsync(TestHome home, Process night, SortedDictionary<string, int> seen)
    {
        var paths = new WarehousePaths(Path.Combine(home.Folder, "warehouse"));
        do
        {
            var day = WarehousePaths.Name(Publish.PublishedDay(paths)!.Value);
            seen[day] = seen.GetValueOrDefault(day) + 1;
            await Task.Delay(20, Stop);
        }
        while (!night.HasExited);
    }

    static string Copy(TestHome home, string name)
    {
        var target = Path.Combine(home.Folder, name);
        CopyFolder(Path.Combine(home.Folder, "warehouse"), target);
        return target;
    }

    static void Restore(TestHome home, string copy)
    {
        Directory.Delete(Path.Combine(home.Folder, "warehouse"), recursive: true);
        CopyFolder(copy, Path.Combine(home.Folder, "warehouse"));
    }

    static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from)) CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    /// <summary>
    /// Of every table of raw, warehouse and both releases: rows and the sum of their hashes, whatever their order. Of floating
    /// numbers seven digits: in which order two threads add is another in each build, and so are the last of sixteen.
    /// </summary>
    static string[] Sums(TestHome home)
    {
        var paths = new WarehousePaths(Path.Combine(home.Folder, "warehouse"));
        return [.. ((string[])[paths.Raw, paths.Warehouse, paths.Ministry, paths.Published]).SelectMany(file =>
            DuckDbRows.Read(file, "select table_name from duckdb_tables() where table_name not in ('pub_meta', 'raw_loads') and schema_name = 'main' order by 1")
                .Select(table => $"{Path.GetFileName(file)} {table} {DuckDbRows.Read(file, $"select count(*), sum(hash(t::varchar)) from (select {Columns(file, table)} from {table}) as t").Single()}"))];
    }

    static string Columns(string file, string table) => string.Join(", ", DuckDbRows.Read(file,
        $"""select if(data_type = 'DOUBLE', '"' || column_name || '"::float', '"' || column_name || '"') from duckdb_columns() where table_name = '{table}' and schema_name = 'main' order by column_index"""));
}
