using System.Collections.Concurrent;

namespace AcikKapi.Analytics.Classification;

/// <summary>Texts → predictions, in the same order, on all cores.</summary>
public static class PredictTypes
{
    public static Prediction[] Run(TextClassifier classifier, IReadOnlyList<string> texts, CancellationToken cancel = default)
    {
        var predictions = new Prediction[texts.Count];
        if (texts.Count == 0) return predictions;
        // Ranges, not rows: each thread's stems are remembered from text to text.
        Parallel.ForEach(Partitioner.Create(0, texts.Count), new ParallelOptions { CancellationToken = cancel }, range =>
        {
            var features = new TurkishFeatures();
            for (var i = range.Item1; i < range.Item2; i++) predictions[i] = classifier.Predict(features, texts[i]);
        });
        return predictions;
    }
}
