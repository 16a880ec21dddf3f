using System.Collections.Concurrent;
using AcikKapi.Domain.Classification;

namespace AcikKapi.Analytics.Classification;

/// <summary>Texts → predictions, in the same order, on all cores.</summary>
public static class PredictTypes
{
    public static Prediction[] Run(TextClassifier classifier, IReadOnlyList<string> texts, CancellationToken cancel = default) =>
        Map(texts, classifier.Predict, new WordMemory(), cancel);

    internal static TResult[] Map<T, TResult>(IReadOnlyList<T> texts, Func<TurkishFeatures, T, TResult> work, WordMemory memory, CancellationToken cancel)
    {
        var results = new TResult[texts.Count];
        if (texts.Count == 0) return results;
        Parallel.ForEach(Partitioner.Create(0, texts.Count), new ParallelOptions { CancellationToken = cancel }, range =>
        {
            var features = new TurkishFeatures(memory);
            for (var i = range.Item1; i < range.Item2; i++) results[i] = work(features, texts[i]);
        });
        return results;
    }
}
