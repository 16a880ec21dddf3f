using System.Globalization;
using System.Text;
using AcikKapi.Ingest.Import;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Ingest;

/// <summary>A file beyond two gigabytes, where a 32-bit offset ends (--slow; needs 10 GB of disk).</summary>
public sealed class LargeImportTests
{
    const int Rows = 190_000, Broken = 150_001;
    const string Header = "external_id,kind,channel,province_code,received_at,text\n";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FileOfMoreThanTwoGigabytes_IsReadToItsLastRow()
    {
        Suites.SkipUnlessSlow();
        var folder = Directory.CreateTempSubdirectory("acikkapi-large-").FullName;
        try
        {
            await using var world = await IngestWorld.CreateAsync();
            var file = Path.Combine(folder, "applications.csv");
            await WriteAsync(file);
            Assert.True(new FileInfo(file).Length > int.MaxValue, "The file is too small to show anything.");

            ImportResult result;
            using (var rejects = new Rejects(Path.Combine(folder, "rejects.csv")))
                result = await ImportHistory.RunAsync(world.Owner, null, file, null, ImportMap.None, rejects, Stop);
            Assert.Equal((Rows, Rows - 1, 1), (result.Applications.Read, result.Applications.New, result.Applications.Rejected));
            var rejected = Assert.Single((await File.ReadAllLinesAsync(Path.Combine(folder, "rejects.csv"), Stop)).Skip(1));
            Assert.Contains($"{Broken + 1}", rejected, StringComparison.Ordinal); // the header is line 1
            Assert.Equal([$"{Rows - 1} {Rows}"], await world.ReadAsync("select count(*) || ' ' || max(external_id::int) from intake.applications"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Texts of nearly the ten thousand letters allowed, two bytes each fifth; one row with a kind that is none.</summary>
    static async Task WriteAsync(string file)
    {
        var text = string.Concat(Enumerable.Repeat("Yolun ışığı sönük, çocuklar düşüyor. ", 265));
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20);
        await writer.WriteAsync(Header);
        for (var row = 1; row <= Rows; row++)
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{row},{(row == Broken ? "nothing" : "request")},web,76,2026-03-02T09:00:00Z,\"{row} {text}\"\n"));
    }
}
