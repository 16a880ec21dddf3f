using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using AcikKapi.Domain.Reference;
using AcikKapi.Ingest.Import;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Sylvan.Data.Csv;
using Xunit;

namespace AcikKapi.Tests.Ingest;

/// <summary>A history that was never ours, by a mapping file.</summary>
public sealed class ForeignHistoryTests : IAsyncLifetime
{
    IngestWorld _world = null!;
    string _folder = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_world, _folder) = (await IngestWorld.CreateAsync(), Directory.CreateTempSubdirectory("acikkapi-import-").FullName);

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ten thousand real requests of another country, their neighbourhoods and types mapped, from CSV to a checked star.</summary>
    [Fact]
    public async Task Baltimore_GoesThroughToACheckedStar()
    {
        var source = Path.Combine(Environment.GetEnvironmentVariable("ACIKKAPI_TEST_DATA") ?? Path.Combine(Repository.Root, "../shared/data"), "events/baltimore_311_sample_raw.csv.gz");
        Assert.SkipUnless(File.Exists(source), "The evaluation data is not here (ACIKKAPI_TEST_DATA).");
        using (var packed = new StreamReader(new GZipStream(File.OpenRead(source), CompressionMode.Decompress)))
        {
            // Five years later: our calendar begins in 2017, and what lies before it is rejected.
            var later = Regex.Replace(await packed.ReadToEndAsync(Stop), "([0-9]{2}/[0-9]{2}/20)(1[4-9])", d => d.Groups[1].Value + (int.Parse(d.Groups[2].Value, CultureInfo.InvariantCulture) + 5));
            await File.WriteAllTextAsync(At("applications.csv"), later, Stop);
        }

        await File.WriteAllTextAsync(At("map.json"), BaltimoreMap(), Stop);
        ImportResult result;
        using (var rejects = new Rejects(At("rejects.csv")))
            result = await ImportHistory.RunAsync(_world.Owner, null, At("applications.csv"), null, ImportMap.Read(At("map.json")), rejects, Stop);
        Assert.Equal(10_000, result.Applications.Read);
        Assert.Equal(10_000, result.Applications.New + result.Applications.Rejected);
        Assert.True(result.Applications.New > 9_500, $"{result.Applications}\n{string.Join('\n', File.ReadLines(At("rejects.csv")).Skip(1).Take(5))}");

        await _world.LoadAsync();
        var asOf = new DateOnly(2026, 10, 31);
        Build.Run(_world.Paths, asOf, Stop);
        Check.Run(_world.Paths, asOf, Stop);
        var star = _world.Paths.BuildingWarehouse(asOf);
        Assert.Equal([$"{result.Applications.New}"], DuckDbRows.Read(star, "select count(*) from fct_applications where origin = 'imported'"));
        Assert.Equal(["True"], DuckDbRows.Read(star, "select count(distinct heading_code) > 5 and count(distinct district_code) > 5 from fct_applications"));
    }

    /// <summary>Their types by the office they begin with, their neighbourhoods spread over the districts of İstanbul.</summary>
    string BaltimoreMap()
    {
        using var csv = CsvDataReader.Create(At("applications.csv"));
        var (types, places) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        while (csv.Read())
        {
            types.Add(csv.GetString(csv.GetOrdinal("SRType")).Trim());
            places.Add(csv.GetString(csv.GetOrdinal("Neighborhood")).Trim());
        }
        Dictionary<string, string> offices = new(StringComparer.Ordinal)
        {
            ["SW"] = "YER-01", ["HCD"] = "IMR-05", ["TRS"] = "ULA-07", ["BGE"] = "YER-06", ["WW"] = "YER-03", ["TRM"] = "YER-05", ["TRT"] = "ULA-05", ["FOR"] = "YER-04", ["HLTH"] = "YER-07",
            ["FCCS"] = "VRG", ["FIR"] = "EMN", ["ECC"] = "VAL", ["FCPF"] = "ULA-07", ["TEC"] = "YER-05",
        };
        var districts = Vocabulary.Current.DistrictsOf(34).ToList();
        return JsonSerializer.Serialize(new
        {
            columns = new { external_id = "ServiceRequestNum", channel = "MethodReceived", type_code = "SRType", district_code = "Neighborhood", received_at = "CreatedDate", closed_at = "CloseDate" },
            constants = new { kind = "request", province_code = "34" },
            values = new
            {
                channel = new Dictionary<string, string> { ["Phone"] = "call_center", ["API"] = "mobile", ["*"] = "web" },
                type_code = types.ToDictionary(t => t, t => offices.GetValueOrDefault(t.Split('-')[0], "")),
                district_code = places.Where(p => p.Length > 0).Select((p, i) => (p, i)).ToDictionary(p => p.p, p => $"{districts[p.i % districts.Count].Code}"),
            },
            times = "MM/dd/yyyy hh:mm:ss tt",
        });
    }

    string At(string name) => Path.Combine(_folder, name);
}
