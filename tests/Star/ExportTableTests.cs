using System.Text.RegularExpressions;
using AcikKapi.Domain;
using AcikKapi.Warehouse;
using Apache.Arrow.Ipc;
using MiniExcelLibs;
using Xunit;

namespace AcikKapi.Tests.Star;

public sealed class ExportTableTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    [Fact]
    public async Task Csv_HasBomStarsAndNoFormulas()
    {
        var file = await Export("groups", "csv");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("scope_code,period_code,dimension,value_code,received,population,data_date,data_note", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",2026-10-31,ÖRNEK VERİ", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",*,", StringComparison.Ordinal));
        // The code for "not told" is a hyphen, which a spreadsheet may take for the start of a formula.
        Assert.Contains(lines, line => line.Contains(",'-,", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Split(',').Any(cell => cell.StartsWith('-')));
    }

    [Fact]
    public async Task ParquetAndArrow_HoldTheRowsOfTheTable()
    {
        var rows = Assert.Single(warehouse.Published("select count(*) from pub_weeks"));
        var parquet = await Export("pub_weeks", "parquet");
        using var memory = DuckDb.Open(":memory:");
        Assert.Equal(rows, memory.Count($"select count(*) from read_parquet('{parquet}')").ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(1, memory.Count($"select count(distinct data_date) from read_parquet('{parquet}')"));

        using var reader = new ArrowFileReader(File.OpenRead(await Export("pub_weeks", "arrow")));
        long read = 0;
        while (await reader.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken) is { } batch) read += batch.Length;
        Assert.Equal(rows, read.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Excel_HoldsNumbersAndStars()
    {
        var rows = MiniExcel.Query(await Export("groups", "xlsx"), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(long.Parse(Assert.Single(warehouse.Published("select count(*) from pub_groups")), System.Globalization.CultureInfo.InvariantCulture), rows.Count);
        Assert.Contains(rows, row => row["received"] is double);
        Assert.Contains(rows, row => row["received"] is "*");
        Assert.Contains(rows, row => row["value_code"] is "'-");
    }

    [Fact]
    public async Task DecimalComma_GoesWithSemicolons()
    {
        const string table = "dim_province";
        var file = Path.Combine(warehouse.Small.Paths.Folder, "comma.csv");
        await ExportTable.RunAsync(warehouse.Small.Paths, table, "csv", file, decimalComma: true, ct: TestContext.Current.CancellationToken);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith("province_code;", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Split(';').Any(cell => Regex.IsMatch(cell, "^[0-9]+,[0-9]+$")));
        Assert.DoesNotContain(lines.Skip(1), line => line.Split(';').Any(cell => Regex.IsMatch(cell, @"^[0-9]+\.[0-9]+$")));
    }

    [Fact]
    public async Task UnknownTableOrFormat_IsNamedWithTheKnownOnes()
    {
        Assert.Contains("pub_types", (await Assert.ThrowsAsync<UserError>(() => Export("nothing", "csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("parquet", (await Assert.ThrowsAsync<UserError>(() => Export("types", "pdf"))).Message, StringComparison.Ordinal);
    }

    async Task<string> Export(string table, string format)
    {
        var file = Path.Combine(warehouse.Small.Paths.Folder, $"{table}.{format}");
        await ExportTable.RunAsync(warehouse.Small.Paths, table, format, file, ct: TestContext.Current.CancellationToken);
        return file;
    }
}
