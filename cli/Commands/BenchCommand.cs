using System.CommandLine;
using System.Globalization;
using AcikKapi.Cli.Benchmarks;
using AcikKapi.Cli.Benchmarks.Detect;

namespace AcikKapi.Cli.Commands;

static class BenchCommand
{
    static readonly IBenchmark[] All = [new IntakeBenchmark(), new SimulateBenchmark(), new WarehouseBenchmark(), new BriefBenchmark(), new DemoBenchmark(), new ImportBenchmark(), new DetectBenchmark(), new DetectImportBenchmark(), new ClassifyBenchmark(), new WorkbenchBenchmark()];

    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "intake, simulate, warehouse, brief, demo, import, detect, detect-import, classify or workbench; all when left out", Arity = ArgumentArity.ZeroOrOne };
        name.AcceptOnlyFromAmong([.. All.Select(b => b.Name)]);
        var rows = new Option<int>("--applications") { Description = "Applications in the benchmark's database", HelpName = "N", DefaultValueFactory = _ => 1_000_000 };
        var worlds = new Option<int>("--worlds") { Description = "Planted worlds of `detect`; twice as many have nothing planted", HelpName = "N", DefaultValueFactory = _ => 20 };
        var runs = new Option<int>("--runs") { Description = "Of what a median is taken", HelpName = "N", DefaultValueFactory = _ => 3 };
        var json = new Option<bool>("--json") { Description = "The figures as JSON" };
        var command = new Command("bench", "Speed, as ratios to a peer or an aim in the same run; medians of several runs.\nExample: ./acikkapi bench warehouse --json")
        {
            name, rows, worlds, runs, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var bench = new BenchHome(Home.Default.Bench, parsed.GetValue(rows), parsed.GetValue(worlds), parsed.GetValue(runs));
            var figures = new List<Figure>();
            foreach (var benchmark in All.Where(b => parsed.GetValue(name) is not { } only || b.Name == only))
                figures.AddRange(await benchmark.RunAsync(bench, cancel));
            if (parsed.GetValue(json)) Json.Print(figures);
            else foreach (var figure in figures) Console.WriteLine(Line(figure));
            return 0;
        });
        return command;
    }

    static string Line(Figure f) => string.Create(CultureInfo.InvariantCulture, $"{f.Name}  {f.Value:N1} {f.Unit}  {f.ComparedWith}  ratio {f.Ratio:N2}");
}
