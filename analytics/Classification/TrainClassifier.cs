using System.Diagnostics;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Analytics.Classification;

/// <summary>The model in service, from the applications whose type a person gave.</summary>
public static class TrainClassifier
{
    /// <summary>A term is learned when seen from so many people: fewer could give somebody away.</summary>
    public const int FewestPersons = 10;

    // Learning takes time with texts × topics, and a night has a minute for it.
    const int MostExamples = 12_000;
    const int MostPerTopic = 300;
    const int FewestPerTopic = 20;
    const int FewestTopics = 2;
    const int FewestToGate = 100;
    const int MostToGate = 2_000;

    // Dapper asks for settable properties where a constructor would have to be chosen.
    internal sealed record Row
    {
        public string Text { get; init; } = "";
        public string Label { get; init; } = "";
        public string Person { get; init; } = "";
    }

    /// <summary>
    /// Null where too few topics have examples enough: then nothing is labelled. What people typed blind since the model in
    /// service was trained is kept from the newcomer, which then has to stand beside that model on it.
    /// </summary>
    public static ModelCard? Run(WarehousePaths paths, DateOnly asOf, int seed, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var before = ModelStore.InService(paths, asOf);
        var unseen = before is null ? [] : Read(paths, "Classification/GateExamples.sql", asOf, seed, before.TrainedOn, MostToGate);
        var isGated = unseen.Count >= FewestToGate;
        var rows = Read(paths, "Classification/TrainClassifier.sql", asOf, seed, isGated ? before!.TrainedOn : asOf, MostExamples);
        var examples = rows.ConvertAll(r => new LabelledText(r.Text, r.Label, r.Person));
        var perLabel = new SortedDictionary<string, int>(examples.CountBy(e => e.Label).ToDictionary(), StringComparer.Ordinal);
        if (perLabel.Count < FewestTopics) return null;

        var (classifier, heldOut) = TrainModel.Run(examples, new TrainingPlan(seed, FewestPersons), cancel);
        var gate = isGated ? Compare(ModelStore.Load(paths, before!), classifier, unseen, cancel) : null;
        var isSample = RawStore.HoldsSampleData(paths);
        var card = ModelStore.Save(paths, classifier, version => new ModelCard(
            version, asOf, ModelStore.TypeList(), seed, InService: gate is not { IsWorse: true }, gate, examples.Count, perLabel.Count,
            classifier.Terms.Terms.Length, FewestPersons, classifier.Calibration.Temperature, classifier.Calibration.Threshold,
            classifier.Calibration.HeadingThreshold, heldOut, FitThreshold.AcceptedError, Math.Round(clock.Elapsed.TotalSeconds, 1),
            isSample, perLabel, ModelCard.LimitsOf(isSample)));
        ModelStore.Offer(paths);
        return card;
    }

    /// <summary>Right is the topic, or its heading where the model knows no better.</summary>
    internal static bool IsRight(Prediction prediction, string type) => prediction.Label == type || prediction.Label == Vocabulary.Current.Types[type].HeadingCode;

    static Gate Compare(TextClassifier before, TextClassifier after, List<Row> unseen, CancellationToken cancel)
    {
        var texts = unseen.ConvertAll(r => r.Text);
        var right = new[] { before, after }.Select(model => PredictTypes.Run(model, texts, cancel)
            .Zip(unseen, (p, row) => IsRight(p, row.Label)).ToArray()).ToArray();
        var both = right[0].Zip(right[1]).ToArray();
        return new Gate(texts.Count, right[0].Average(r => r ? 1.0 : 0), right[1].Average(r => r ? 1.0 : 0),
            both.Count(r => r is (true, false)), both.Count(r => r is (false, true)));
    }

    internal static List<Row> Read(WarehousePaths paths, string query, DateOnly asOf, int seed, DateOnly gateFrom, int most)
    {
        using var raw = DuckDb.Open(paths.Raw, readOnly: true);
        foreach (var function in (string[])["local_day", "typed_blind"]) raw.Execute(EmbeddedSql.Read($"Functions/{function}.sql"));
        return [.. raw.Query<Row>(EmbeddedSql.Read(typeof(TrainClassifier).Assembly, query), new
        {
            until = IstanbulTime.EndOfDay(asOf).UtcDateTime,
            gate_from = IstanbulTime.EndOfDay(gateFrom).UtcDateTime,
            types = string.Join('|', Vocabulary.Current.Types.Select(t => $"{t.Code} {t.HeadingCode}")),
            seed,
            most_per_topic = MostPerTopic,
            fewest_per_topic = FewestPerTopic,
            most,
        })];
    }
}
