namespace AcikKapi.Analytics.Classification;

/// <summary>What a model is made with.</summary>
/// <param name="FewestPersons">A term counts when seen from so many; 10 in any model put in service.</param>
/// <param name="MostTerms">Bounds the file: 4 bytes a term and label.</param>
public sealed record TrainingPlan(int Seed, int FewestPersons, int MostTerms = 100_000);

/// <summary>Examples → model. The same examples and seed give the same model, to the bit.</summary>
public static class TrainModel
{
    const int FewForFolds = 5_000; // under it every example is worth its turn among the held-out ones
    const int Folds = 5;

    public static TextClassifier Run(IReadOnlyList<LabelledText> examples, TrainingPlan plan, CancellationToken cancel)
    {
        string[] labels = [.. examples.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)];
        var placeOf = labels.Select((label, i) => (label, i)).ToDictionary(l => l.label, l => l.i, StringComparer.Ordinal);
        var classes = examples.Select(e => placeOf[e.Label]).ToArray();
        var fold = FoldOf(classes, plan.Seed);

        var (scores, truth) = (new List<float[]>(), new List<int>());
        for (var heldOut = 0; heldOut < (examples.Count < FewForFolds ? Folds : 1); heldOut++)
        {
            var (terms, model) = Learn(i => fold[i] != heldOut);
            var features = new TurkishFeatures();
            for (var i = 0; i < examples.Count; i++)
            {
                if (fold[i] != heldOut) continue;
                var row = new float[labels.Length];
                model.Score(terms.Weigh(features, examples[i].Text), row);
                scores.Add(row);
                truth.Add(classes[i]);
            }
        }

        var (allTerms, final) = Learn(_ => true);
        var (calibration, heldOutFigures) = Calibration.Fit(scores, truth, new Headings(labels));
        return new TextClassifier(allTerms, final, labels, calibration) { HeldOut = heldOutFigures };

        (TermList, LinearModel) Learn(Func<int, bool> isIn)
        {
            var rows = Enumerable.Range(0, examples.Count).Where(isIn).ToArray();
            var terms = TermList.Learn([.. rows.Select(i => examples[i])], plan.FewestPersons, Math.Min(plan.MostTerms, MostTermsFor(labels.Length)));
            var features = new TurkishFeatures();
            var texts = rows.Select(i => terms.Weigh(features, examples[i].Text)).ToArray();
            var model = LinearTrainer.Train(texts, [.. rows.Select(i => classes[i])], labels.Length, terms.Terms.Length, plan.Seed, cancel);
            return (terms, model);
        }
    }

    // 48 MB of weights at the most: a model of 200 types keeps its 60,000 most frequent terms.
    static int MostTermsFor(int labels) => 12_000_000 / Math.Max(1, labels);

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
