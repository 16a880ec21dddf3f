using AcikKapi.Domain.Classification;

namespace AcikKapi.Analytics.Classification;

/// <summary>What a model is made with.</summary>
/// <param name="FewestPersons">A term counts when seen from so many; 10 in any model put in service.</param>
/// <param name="MostTerms">Bounds the file: 4 bytes a term and label.</param>
public sealed record TrainingPlan(int Seed, int FewestPersons, int MostTerms = 100_000);

/// <param name="HeldOut">Of the examples, each scored by a model that had not seen it.</param>
public sealed record TrainedModel(TextClassifier Classifier, HeldOut HeldOut);

/// <summary>Examples → model. The same examples and seed give the same model, to the bit.</summary>
public static class TrainModel
{
    const int FewForFolds = 5_000; // under it every example is worth its turn among the held-out ones
    const int Folds = 5;
    const int All = -1;

    /// <exception cref="Domain.UserError">All examples have one label.</exception>
    public static TrainedModel Run(IReadOnlyList<LabelledText> examples, TrainingPlan plan, CancellationToken cancel = default)
    {
        string[] labels = [.. examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length < 2) throw new Domain.UserError("There is only one label; there is nothing to learn. Give examples of at least two.");
        var classes = examples.Select(e => Array.BinarySearch(labels, e.Label, StringComparer.Ordinal)).ToArray();
        // Terms are chosen and weighed without labels: all texts may have their say, held out or not.
        var memory = new WordMemory();
        var terms = LearnTerms.Run(examples, plan.FewestPersons, Math.Min(plan.MostTerms, MostTermsFor(labels.Length)), memory, cancel);
        if (terms.Terms.Length == 0) throw new Domain.UserError("No word stands in texts of enough persons; there is nothing to learn from.");
        var texts = PredictTypes.Map(examples, (features, e) => terms.Weigh(features, e.Text), memory, cancel);
        var fold = FoldOf(classes, plan.Seed);

        int[] heldOut = [All, .. Enumerable.Range(0, examples.Count < FewForFolds ? Folds : 1)];
        var models = new LinearModel[heldOut.Length];
        Parallel.For(0, models.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            models[i] = LinearTrainer.Train(
                [.. Enumerable.Range(0, texts.Length).Where(row => fold[row] != heldOut[i]).Select(row => (texts[row], classes[row]))],
                labels.Length, terms.Terms.Length, plan.Seed));

        var unseen = Enumerable.Range(0, texts.Length).Where(row => fold[row] < models.Length - 1).ToArray();
        var scores = Array.ConvertAll(unseen, row =>
        {
            var score = new float[labels.Length];
            models[fold[row] + 1].Score(texts[row], score);
            return score;
        });
        var (calibration, figures) = FitCalibration.Run(scores, [.. unseen.Select(row => classes[row])], new Headings(labels));
        return new TrainedModel(new TextClassifier(terms, models[0], labels, calibration), figures);
    }

    // 48 MB of weights at the most: a model of 200 types keeps its 60,000 most frequent terms.
    static int MostTermsFor(int labels) => 12_000_000 / labels;

    // Label by label in turn, so that a rare one stands in every fold.
    static int[] FoldOf(int[] classes, int seed)
    {
        var random = new Random(seed);
        var fold = new int[classes.Length];
        foreach (var of in Enumerable.Range(0, classes.Length).GroupBy(i => classes[i]))
        {
            var rows = of.ToArray();
            random.Shuffle(rows);
            for (var i = 0; i < rows.Length; i++) fold[rows[i]] = (i + of.Key) % Folds;
        }

        return fold;
    }
}
