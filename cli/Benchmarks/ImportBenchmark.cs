using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Ingest.Import;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>History of the contract's form, made up: as many applications as asked for, four events and a text each, imported once.</summary>
sealed class ImportBenchmark : IBenchmark
{
    const double LimitSecondsPerMillion = 180;
    const int Units = 50;

    public string Name => "import";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        await bench.Installation.StartDatabaseAsync(cancel);
        var folder = bench.Fresh("import");
        Write(folder, bench.Applications);
        await using var owner = bench.Installation.OpenAsOwner();
        using var rejects = new Rejects(Path.Combine(folder, "rejects.csv"));
        var result = await ImportHistory.RunAsync(
            owner, Path.Combine(folder, "units.csv"), Path.Combine(folder, "applications.csv"), Path.Combine(folder, "events.csv"), ImportMap.None, rejects, cancel);
        var perMillion = result.Took.TotalSeconds * 1_000_000 / result.Applications.New;
        return
        [
            new("import", perMillion, "s per million", $"the limit: {LimitSecondsPerMillion} s ({result.Applications.New:N0} applications, {result.Events.New:N0} events, {rejects.Rows} rejected)", perMillion / LimitSecondsPerMillion),
            new("import-memory", Environment.WorkingSet / 1024.0 / 1024, "MB", "the files: "
                + $"{new DirectoryInfo(folder).EnumerateFiles("*.csv").Sum(f => f.Length) / 1024 / 1024:N0} MB", Environment.WorkingSet / (double)new DirectoryInfo(folder).EnumerateFiles("*.csv").Sum(f => f.Length)),
        ];
    }

    static void Write(string folder, int count)
    {
        var random = new Random(1);
        var districts = Vocabulary.Current.Districts.ToArray();
        var types = Vocabulary.Current.Topics.Select(t => t.Code).ToArray();
        using var units = new StreamWriter(Path.Combine(folder, "units.csv"));
        using var applications = new StreamWriter(Path.Combine(folder, "applications.csv"));
        using var events = new StreamWriter(Path.Combine(folder, "events.csv"));
        units.WriteLine("unit_code,name,institution,kind,province_code");
        for (var i = 0; i < Units; i++) units.WriteLine($"B{i},Birim {i},Kurum,directorate,{i + 1}");
        applications.WriteLine("external_id,kind,channel,type_code,province_code,district_code,received_at,outcome,gender,birth_year,circumstances,satisfaction,text");
        events.WriteLine("external_id,at,event,unit_code");
        var first = new DateTime(2022, 1, 3, 6, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < count; i++)
        {
            var (district, at) = (districts[random.Next(districts.Length)], first.AddMinutes(random.Next(4 * 365 * 24 * 60)));
            applications.WriteLine($"K{i},{(i % 3 == 0 ? "complaint" : "request")},web,{types[random.Next(types.Length)]},{district.ProvinceCode},{district.Code},{Time(at)},resolved,"
                + $"{(i % 2 == 0 ? "female" : "male")},{1940 + random.Next(65)},{(i % 20 == 0 ? "elderly" : "")},{1 + i % 5},Mahallemizdeki sorun {i} hâlâ çözülmedi; ilgilenilmesini rica ederim.");
            foreach (var (step, hours, unit) in new[] { ("received", 0, ""), ("routed", 2, $"B{i % Units}"), ("answered", 70, ""), ("closed", 90, "") })
                events.WriteLine($"K{i},{Time(at.AddHours(hours))},{step},{unit}");
        }
    }

    static string Time(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
