using System.Text;
using AcikKapi.Reports;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed class PrintedOnceTests : IDisposable
{
    static readonly BriefPeriod October = BriefPeriod.Parse("2026-10");

    static readonly (BriefScope, BriefPeriod)[] Three = [(BriefScope.Parse("il:76"), October), (BriefScope.Parse("ilce:76-1692"), October), (BriefScope.Ministry, October)];

    readonly string _folder = Directory.CreateTempSubdirectory("acikkapi-once-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Out => Path.Combine(_folder, "out");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SecondNight_PrintsOnlyWhatSaysSomethingElse()
    {
        Assert.Equal((3, 0), await NightAsync(SamplePublished.Shared.Paths));
        Assert.Equal((0, 3), await NightAsync(SamplePublished.Shared.Paths));

        using var changed = Changed("update pub_meta set data_date = date '2026-11-23', snapshot_id = 'sonraki'");
        Assert.Equal((0, 3), await NightAsync(changed.Paths)); // another night, the same numbers
        using var corrected = Changed("update pub_key_figures set overdue = overdue + 5 where scope_code = 'il:76' and period_code = '2026-10'");
        Assert.Equal((1, 2), await NightAsync(corrected.Paths));
    }

    [Fact]
    public async Task BriefThatIsGone_IsPrintedAgain()
    {
        await NightAsync(SamplePublished.Shared.Paths);
        File.Delete(Path.Combine(Out, "il-76", "2026-10.pdf"));
        Assert.Equal((1, 2), await NightAsync(SamplePublished.Shared.Paths));
    }

    [Fact]
    public async Task FailingBrief_IsNamedAndTheRestArePrinted()
    {
        var run = await PrintBriefs.RunAsync(SamplePublished.Shared.Paths, [.. Three, (BriefScope.Parse("il:76"), BriefPeriod.Parse("2019-01"))], Out, new NoPrinter(failsOn: "<title>Tuzluca"), null, Stop);
        Assert.Equal(["il:76", "bakanlik"], run.Printed.Select(brief => brief.Scope.ToString()));
        Assert.Equal(["ilce:76-1692 2026-10", "il:76 2019-01"], run.Failed.Select(brief => $"{brief.Scope} {brief.Period}"));
        Assert.Contains("would not print", run.Failed[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_LeadsToEveryFile()
    {
        await NightAsync(SamplePublished.Shared.Paths);
        var manifest = BriefManifest.Read(Path.Combine(_folder, "briefs.json"));
        await WriteIndex.RunAsync(manifest, Out, Stop);
        var page = await File.ReadAllTextAsync(Path.Combine(Out, "index.html"), Stop);
        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(9, links.Count);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Out, link)), link));
        Assert.Contains("Iğdır: Tuzluca Kaymakamlığı", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataBehindTheCharts_LiesBesideAndIsNoFormula()
    {
        await NightAsync(SamplePublished.Shared.Paths);
        var lines = await File.ReadAllLinesAsync(Path.Combine(Out, "il-76", "2026-10.csv"), Encoding.UTF8, Stop);
        Assert.Equal("grafik,satir,olcu,deger", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Matches("^[^=+\\-@,]", line));
        Assert.Contains(lines, line => line.StartsWith("seyir,2026-10-05,başvuru,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith(",*", StringComparison.Ordinal));
    }

    [Fact]
    public void BrokenManifest_MeansEverythingIsPrintedOnceMore()
    {
        var file = Path.Combine(_folder, "briefs.json");
        File.WriteAllText(file, "{ half");
        Assert.Empty(BriefManifest.Read(file).Entries);
    }

    async Task<(int Printed, int Unchanged)> NightAsync(WarehousePaths paths)
    {
        var manifest = BriefManifest.Read(Path.Combine(_folder, "briefs.json"));
        var printer = new NoPrinter();
        var run = await PrintBriefs.RunAsync(paths, Three, Out, printer, manifest, Stop);
        manifest.Write();
        Assert.Equal(run.Printed.Count, printer.Asked);
        return (run.Printed.Count, run.Unchanged);
    }

    sealed record Files(WarehousePaths Paths) : IDisposable
    {
        public void Dispose() => Directory.Delete(Paths.Folder, recursive: true);
    }

    static Files Changed(string sql)
    {
        var copy = new Files(new WarehousePaths(Directory.CreateTempSubdirectory("acikkapi-changed-").FullName));
        File.Copy(SamplePublished.Shared.Paths.Published, copy.Paths.Published);
        File.Copy(SamplePublished.Shared.Paths.Ministry, copy.Paths.Ministry);
        foreach (var file in (string[])[copy.Paths.Published, copy.Paths.Ministry])
        {
            using var connection = DuckDb.Open(file);
            connection.Execute(sql.Contains("pub_key_figures", StringComparison.Ordinal) && file == copy.Paths.Ministry ? "select 1" : sql);
        }
        return copy;
    }
}
