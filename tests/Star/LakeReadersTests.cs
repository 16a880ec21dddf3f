using System.Diagnostics;
using System.Text.Json;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Star;

/// <summary>Parquet and Arrow read back by DuckDB for Node and Apache Arrow's JavaScript, which share no line with our writers (--slow; Node and npm).</summary>
public sealed class LakeReadersTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    sealed record Answer(string[] Applications, string[] Types, string[] Places, string[] ArrowColumns, string Arrow);

    WarehousePaths Paths => warehouse.Small.Paths;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ForeignReaders_FindWhatTheStarHolds()
    {
        Suites.SkipUnlessSlow();
        Assert.SkipUnless(File.Exists("/usr/bin/npm"), "npm is not installed");
        var (lake, arrow) = (Path.Combine(Paths.Folder, "lake"), Path.Combine(Paths.Folder, "key_figures.arrow"));
        ExportLake.Run(Paths, lake, isInternal: true, Stop);
        await ExportTable.RunAsync(Paths, "key_figures", "arrow", arrow, ct: Stop);
        var read = JsonSerializer.Deserialize<Answer>(await AskAsync(lake, arrow), JsonSerializerOptions.Web)!;

        Assert.Equal(Star("select province_code, count(*), count(distinct application_id), min(received_on)::varchar, max(received_on)::varchar from fct_applications group by all order by all"), read.Applications);
        Assert.Equal(Star("select type_code::varchar, count(*) from fct_applications group by all order by all"), read.Types);
        Assert.Equal(Star("select name from dim_province order by province_code"), read.Places);
        Assert.Contains("Iğdır", read.Places);
        Assert.Contains("data_date", read.ArrowColumns);
        Assert.Equal(Assert.Single(warehouse.Published("select count(*), count(*) - count(received), sum(received) from pub_key_figures")), read.Arrow);
    }

    async Task<string> AskAsync(string lake, string arrow)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Paths.Folder, "readers")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Star", "LakeReaders"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        await RunAsync(folder, "npm", "install", "--no-audit", "--no-fund", "--loglevel=error");
        return await RunAsync(folder, "node", "read.mjs", lake, arrow);
    }

    static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var text = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} exited {process.ExitCode}: {await errors}");
    }

    string[] Star(string sql) => DuckDbRows.Read(Paths.Warehouse, sql);
}
