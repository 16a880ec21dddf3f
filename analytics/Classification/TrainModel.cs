using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    const int MostForTerms = 20_000; // a term that so many do not show often enough would decide little, and counting terms takes as long as learning
    const int All = -1;

    /// <param name="given">In any order: they are put in order and into folds by what their texts say, so that numbering applications anew changes nothing.</param>
    /// <exception cref="Domain.UserError">All examples have one label.</exception>
    public static TrainedModel Run(IReadOnlyList<LabelledText> given, TrainingPlan plan, CancellationToken cancel = default)
    {
        string[] labels = [.. given.Select(e => e.Label).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length < 2) throw new Domain.UserError("There is only one label; there is nothing to learn. Give examples of at least two.");
        var drawn = given.Select(e => (Example: e, Place: Draw(e.Text, plan.Seed))).OrderBy(d => d.Place).ThenBy(d => d.Example.Label, StringComparer.Ordinal).ToArray();
        var examples = Array.ConvertAll(drawn, d => d.Example);
        var classes = Array.ConvertAll(examples, e => Array.BinarySearch(labels, e.Label, StringComparer.Ordinal));
        // Terms are chosen and weighed without labels: all texts may have their say, held out or not.
        var memory = new WordMemory();
        var ofTerms = examples.Length > MostForTerms ? examples[..MostForTerms] : examples;
        var terms = LearnTerms.Run(ofTerms, plan.FewestPersons, Math.Min(plan.MostTerms, MostTermsFor(labels.Length)), memory, cancel);
        if (terms.Terms.Length == 0) throw new Domain.UserError("No word stands in texts of enough persons; there is nothing to learn from.");
        var texts = PredictTypes.Map(examples, (features, e) => terms.Weigh(features, e.Text), memory, cancel);
        var fold = Array.ConvertAll(drawn, d => (int)(d.Place % Folds));

        int[] heldOut = [All, .. Enumerable.Range(0, examples.Length < FewForFolds ? Folds : 1)];
        var models = new LinearModel[heldOut.Length];
        Parallel.For(0, models.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            models[i] = LinearTrainer.Train(
                [.. Enumerable.Range(0, texts.Length).Where(row => fold[row] != heldOut[i]).Select(row => (texts[row], classes[row]))],
                labels.Length, terms.Terms.Length, plan.Seed));

        // A label that stands in this fold alone was never learned by the model that is asked: its answer says nothing of the last model's.
        var isElsewhere = Enumerable.Range(0, texts.Length).Select(row => (classes[row], fold[row])).Distinct().CountBy(place => place.Item1).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet();
        var unseen = Enumerable.Range(0, texts.Length).Where(row => fold[row] < models.Length - 1 && isElsewhere.Contains(classes[row])).ToArray();
        var scores = Array.ConvertAll(unseen, row =>
        {
            var score = new float[labels.Length];
            models[fold[row] + 1].Score(texts[row], score);
            return score;
        });
        var (calibration, biases, figures) = FitCalibration.Run(scores, Array.ConvertAll(unseen, row => classes[row]), new Headings(labels));
        var model = models[0] with { Biases = [.. models[0].Biases.Zip(biases, (own, offset) => own + offset)] };
        return new TrainedModel(new TextClassifier(terms, model, labels, calibration), figures);
    }

    // Equal texts have one place, and so one fold: a petition is not tested on itself.
    static ulong Draw(string text, int seed) => BinaryPrimitives.ReadUInt64LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{text}"))));

    // 48 MB of weights at the most: a model of 200 types keeps its 60,000 most frequent terms.
    static int MostTermsFor(int labels) => 12_000_000 / labels;
}
