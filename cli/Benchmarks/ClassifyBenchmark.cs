using System.Globalization;
using System.Text.Json;
using AcikKapi.Analytics.Classification;
using AcikKapi.Cli.Servers;
using AcikKapi.Domain;
using Sylvan.Data.Csv;

namespace AcikKapi.Cli.Benchmarks;

/// <summary>
/// `classify evaluate` beside scikit-learn and fastText, each a process of its own, on real complaints: folds of the training side
/// pooled, then once the validation side. What is chosen inside a fold (calibration, threshold; the peers' settings) is chosen by folds of that fold.
/// </summary>
sealed class ClassifyBenchmark : IBenchmark
{
    const string Ours = "classify", WithFloor = "classify-floor";
    const string File = "text/municipal_complaints_sikayetvar_8class.csv";
    const int Folds = 5, ManyTexts = 100_000, ManyPredicted = 30_000;
    const double AimF1 = 0.01, AimTextsPerSecond = 5_000, AimTrainSeconds = 60, AimModelBytes = 50e6, AimEce = 0.03;

    static readonly string[] Peers = ["svm", "logistic", "naive-bayes", "fasttext"];

    public string Name => "classify";

    sealed record Row(string Split, string Text, string Label);

    sealed record Run(double TrainSeconds, double TextsPerSecond, double ModelBytes, double PeakMegabytes, double Ece = 0, double Coverage = 0, double AcceptedError = 0, string? Chosen = null);

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchHome bench, CancellationToken cancel)
    {
        var data = Path.Combine(Environment.GetEnvironmentVariable("ACIKKAPI_TEST_DATA") ?? Path.Combine("..", "shared", "data"), File);
        if (!System.IO.File.Exists(data)) throw new UserError($"The real texts are not there ({File}): they may not be carried in the project. ACIKKAPI_TEST_DATA names their folder.");
        var rows = Read(data);
        var folder = bench.Fresh("classify");
        var train = rows.Where(r => r.Split == "train").ToArray();
        string[] parts = [.. Enumerable.Range(0, Folds).Select(f => Write(folder, $"fold-{f}", [.. train.Where((_, i) => i % Folds != f)], [.. train.Where((_, i) => i % Folds == f)])),
            Write(folder, "validation", train, [.. rows.Where(r => r.Split != "train")])];

        var runs = new Dictionary<(string Who, string Part), Run>();
        var (pooled, held, speed) = (new Dictionary<string, Answers>(), new Dictionary<string, Answers>(), new Dictionary<string, Run>());
        foreach (var who in (string[])[Ours, WithFloor, .. Peers])
        {
            foreach (var part in parts) runs[(who, part)] = await MeasureAsync(who, part, cancel);
            speed[who] = runs[(who, parts[Folds])];
            pooled[who] = Answers.Read(parts[..Folds].Select(p => $"{p}-{who}.csv"));
            held[who] = Answers.Read($"{parts[Folds]}-{who}.csv");
        }

        return [.. Compare("pooled", pooled), Floor(pooled), .. Compare("validation", held), .. Speed(speed), Decided([.. parts[..Folds].Select(p => runs[(Ours, p)])]), .. Details(pooled[Ours]), .. await ManyAsync(folder, train, cancel)];
    }

    static IEnumerable<Figure> Compare(string split, Dictionary<string, Answers> all)
    {
        var ours = all[Ours];
        var (low, high) = ours.Interval((a, rows) => a.F1(rows));
        var (least, most) = ours.Interval((a, rows) => a.Share(rows));
        yield return new($"classify-{split}-accuracy", ours.Accuracy * 100, "%", Text($"{ours.Truth.Length} texts, 95 %: {least * 100:N1}–{most * 100:N1}"), 1);
        yield return new($"classify-{split}-f1", ours.MacroF1 * 100, "%", Text($"95 %: {low * 100:N1}–{high * 100:N1}"), 1);
        foreach (var peer in Peers)
        {
            var (worst, best, below) = ours.MoreF1Than(all[peer]);
            yield return new($"classify-{split}-{peer}", all[peer].MacroF1 * 100, "% macro-F1", Text(
                $"accuracy {all[peer].Accuracy * 100:N1} %; ours has {(ours.MacroF1 - all[peer].MacroF1) * 100:+0.0;-0.0} points, paired 95 %: {worst * 100:+0.0;-0.0} to {best * 100:+0.0;-0.0}, below in {below * 100:N0} % of draws"), ours.MacroF1 / all[peer].MacroF1);
        }

        if (split == "pooled")
            yield return new("classify-pooled-lead", (ours.MacroF1 - Peers.Max(p => all[p].MacroF1)) * 100, "points", "aim over the best peer: 1 point", (ours.MacroF1 - Peers.Max(p => all[p].MacroF1)) / AimF1);
    }

    // In a CSV every text is taken for a person of its own.
    static Figure Floor(Dictionary<string, Answers> all) => new("classify-pooled-floor", all[WithFloor].MacroF1 * 100, "% macro-F1", Text(
        $"accuracy {all[WithFloor].Accuracy * 100:N1} %, with the floor of {TrainClassifier.FewestPersons} that a model in service has"), all[WithFloor].MacroF1 / all[Ours].MacroF1);

    static IEnumerable<Figure> Speed(Dictionary<string, Run> all)
    {
        foreach (var (who, run) in all)
            yield return new($"classify-speed-{who}", run.TextsPerSecond, "texts/s", Text(
                $"training {run.TrainSeconds:N1} s, model {run.ModelBytes / 1e6:N1} MB, {run.PeakMegabytes:N0} MB; aim: {AimTextsPerSecond:N0}/s, model {AimModelBytes / 1e6:N0} MB. {run.Chosen}"), run.TextsPerSecond / AimTextsPerSecond);
        var ours = all[Ours];
        yield return new("classify-validation-ece", ours.Ece * 100, "%", Text($"aim: {AimEce * 100:N0} %"), ours.Ece / AimEce);
        yield return new("classify-validation-coverage", ours.Coverage * 100, "% decided", Text($"{ours.AcceptedError * 100:N1} % of them wrong; limit: 2 %"), ours.AcceptedError / 0.02);
    }

    // Folds are of one size, so that means over them are those of all texts, but for the error: it is weighed by what each fold decided.
    static Figure Decided(Run[] folds) => new("classify-pooled-coverage", folds.Average(f => f.Coverage) * 100, "% decided", Text(
        $"{folds.Sum(f => f.AcceptedError * f.Coverage) / folds.Sum(f => f.Coverage) * 100:N1} % of them wrong, limit 2 %; calibration error {folds.Average(f => f.Ece) * 100:N1} %, mean of folds"),
        folds.Sum(f => f.AcceptedError * f.Coverage) / folds.Sum(f => f.Coverage) / 0.02);

    static IEnumerable<Figure> Details(Answers ours) =>
    [
        .. ours.PerLabel().Select(l => new Figure($"classify-label {l.Label}", l.Recall * 100, "% found", Text($"precision {l.Precision * 100:N0} %, {l.Texts} texts"), l.Recall)),
        .. ours.Confusions().Take(8).Select(c => new Figure($"classify-confused {c.Truth} → {c.Predicted}", c.Texts, "texts", Text($"of {ours.Truth.Count(t => t == c.Truth)}"), (double)c.Texts / ours.Truth.Count(t => t == c.Truth))),
    ];

    // Real texts, each again and again with a fifth of its words left out: how long learning and predicting take, not how well.
    static async Task<Figure[]> ManyAsync(string folder, Row[] train, CancellationToken cancel)
    {
        var random = new Random(1);
        var many = Enumerable.Range(0, ManyTexts).Select(i => train[i % train.Length])
            .Select(r => r with { Text = string.Join(' ', r.Text.Split(' ').Where(_ => random.Next(5) > 0)) }).ToArray();
        var run = await MeasureAsync(Ours, Write(folder, "many", many, many[..ManyPredicted]), cancel);
        return
        [
            new("classify-train-100000", run.TrainSeconds, "s", Text($"limit: {AimTrainSeconds:N0} s; {run.PeakMegabytes:N0} MB, model {run.ModelBytes / 1e6:N1} MB"), run.TrainSeconds / AimTrainSeconds),
            new("classify-predict-many", run.TextsPerSecond, "texts/s", Text($"{ManyPredicted:N0} texts; aim: {AimTextsPerSecond:N0}/s"), run.TextsPerSecond / AimTextsPerSecond),
        ];
    }

    static async Task<Run> MeasureAsync(string who, string part, CancellationToken cancel)
    {
        var (train, test, predictions) = ($"{part}-train.csv", $"{part}-test.csv", $"{part}-{who}.csv");
        var (exitCode, output) = who is Ours or WithFloor
            ? await Shell.RunAsync("dotnet", [typeof(ClassifyBenchmark).Assembly.Location, "classify", "evaluate", "--train", train, "--test", test, "--text", "text", "--label", "label", "--predictions", predictions, "--json",
                "--fewest", $"{(who == Ours ? EvaluateClassifier.FewestTexts : TrainClassifier.FewestPersons)}"], cancel: cancel)
            : await Shell.RunAsync("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Benchmarks", "classify_peer.py"), who, train, test, predictions], cancel: cancel);
        if (exitCode != 0) throw new UserError($"{who} failed; its peers need: apt-get install python3-sklearn fasttext. {output.Trim()}");
        Log.Info($"{who}: {Path.GetFileName(part)}");
        return JsonSerializer.Deserialize<Run>(output[output.IndexOf('{', StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)], JsonSerializerOptions.Web)!;
    }

    static string Write(string folder, string name, Row[] train, Row[] test)
    {
        foreach (var (part, rows) in new[] { ("train", train), ("test", test) })
            System.IO.File.WriteAllLines(Path.Combine(folder, $"{name}-{part}.csv"), ["text,label", .. rows.Select(r => $"{Quote(r.Text)},{Quote(r.Label)}")]);
        return Path.Combine(folder, name);
    }

    static Row[] Read(string file)
    {
        using var csv = CsvDataReader.Create(file);
        var rows = new List<Row>();
        while (csv.Read()) rows.Add(new Row(csv.GetString(1), csv.GetString(4), csv.GetString(3)));
        return [.. rows];
    }

    static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
