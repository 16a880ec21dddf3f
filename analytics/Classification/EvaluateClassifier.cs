using System.Diagnostics;
using AcikKapi.Domain.Classification;

namespace AcikKapi.Analytics.Classification;

/// <summary>Trains on one CSV alone, scores another. Any columns, any labels; no floor on persons, there are none in a CSV.</summary>
public static class EvaluateClassifier
{
    /// <summary>A term of one text only teaches that text.</summary>
    public const int FewestTexts = 2;

    /// <param name="predictionsFile">If given, `row,label,predicted,confidence,abstained` of every row scored, rows counted from 1.</param>
    /// <param name="fewestTexts">A term counts when so many texts have it; <see cref="TrainClassifier.FewestPersons"/> shows what the floor of a model in service costs.</param>
    /// <exception cref="Domain.UserError">A file or column is missing or empty, or there is only one label.</exception>
    public static Evaluation Run(
        string trainFile, string testFile, string textColumn, string labelColumn, int seed, string? predictionsFile = null,
        int fewestTexts = FewestTexts, CancellationToken cancel = default)
    {
        var train = ReadExamples.Run(trainFile, textColumn, labelColumn).Where(e => e.Label.Length > 0).ToList();
        var test = ReadExamples.Run(testFile, textColumn, labelColumn);
        if (train.Count == 0) throw new Domain.UserError($"{trainFile} has no row with a label in {labelColumn}; there is nothing to learn.");

        var clock = Stopwatch.StartNew();
        var classifier = TrainModel.Run(train, new TrainingPlan(seed, fewestTexts), cancel).Classifier;
        var trainSeconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var predictions = PredictTypes.Run(classifier, [.. test.Select(e => e.Text)], cancel);
        var perSecond = test.Count / clock.Elapsed.TotalSeconds;

        if (predictionsFile is not null) WritePredictions.Run(predictionsFile, test, predictions);
        var (accuracy, macroF1, ece, coverage, acceptedError) = Evaluation.Score(predictions, [.. test.Select(e => e.Label)]);
        return new Evaluation(
            accuracy, macroF1, ece, coverage, acceptedError, trainSeconds, perSecond, Bytes(classifier),
            Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0);
    }

    static long Bytes(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(classifier, stream);
        return stream.Length;
    }
}
