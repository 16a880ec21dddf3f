using System.Diagnostics;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Analytics.Classification;

/// <summary>The model in service, from the applications whose type a person gave.</summary>
public static class TrainClassifier
{
    /// <summary>A term is learned when seen from so many people: fewer could give somebody away.</summary>
    public const int FewestPersons = 10;

    // Learning takes time with texts × topics: 20,000 of 200 topics took 81 s on two busy cores, and a night has a minute for it.
    const int MostExamples = 12_000;
    const int MostPerTopic = 300;
    const int FewestPerTopic = 20;
    const int FewestTopics = 2;

    /// <summary>Null where too few topics have examples enough: then nothing is labelled.</summary>
    public static ModelCard? Run(WarehousePaths paths, DateOnly asOf, int seed, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var examples = Read(paths, asOf, seed);
        var topics = examples.Select(e => e.Label).Distinct().Count();
        if (topics < FewestTopics) return null;

        var classifier = TrainModel.Run(examples, new TrainingPlan(seed, FewestPersons), cancel);
        return ModelStore.Save(paths, classifier, version => new ModelCard(
            version, asOf, ModelStore.TypeList(), seed, examples.Count, topics, classifier.Terms.Terms.Length, FewestPersons,
            classifier.Calibration.Temperature, classifier.Calibration.Threshold,
            classifier.Calibration.HeadingThreshold, classifier.HeldOut, Calibration.AcceptedError,
            Math.Round(clock.Elapsed.TotalSeconds, 1)));
    }

    static List<LabelledText> Read(WarehousePaths paths, DateOnly asOf, int seed)
    {
        using var raw = DuckDb.Open(paths.Raw, readOnly: true);
        var rows = raw.Query<(string Text, string Label, string Person)>(EmbeddedSql.Read(typeof(TrainClassifier).Assembly, "Classification/TrainClassifier.sql"), new
        {
            until = IstanbulTime.EndOfDay(asOf).UtcDateTime,
            topics = string.Join('|', Vocabulary.Current.Topics.Select(t => t.Code)),
            seed,
            most_per_topic = MostPerTopic,
            fewest_per_topic = FewestPerTopic,
            most = MostExamples,
        });
        return [.. rows.Select(r => new LabelledText(r.Text, r.Label, r.Person))];
    }
}
