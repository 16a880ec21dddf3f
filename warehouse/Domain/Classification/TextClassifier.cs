using System.Numerics.Tensors;

namespace AcikKapi.Domain.Classification;

/// <summary>What the machine makes of a text. <paramref name="Abstained"/>: not sure enough, a person decides.</summary>
/// <param name="Heading">Where it abstained from the label but is sure of the level above it; else null.</param>
public readonly record struct Prediction(string Label, float Confidence, bool Abstained, SureType? Heading);

/// <summary>A topic or heading that is sure enough to be given, and how sure.</summary>
public readonly record struct SureType(string Code, float Confidence);

/// <summary>One of the likeliest labels.</summary>
/// <param name="Words">Of the text, that spoke for it; the most telling first.</param>
public sealed record LikelyLabel(string Label, float Probability, IReadOnlyList<string> Words);

/// <summary>A trained model: terms, one linear score a label, calibration. Immutable; safe from any thread.</summary>
public sealed class TextClassifier
{
    readonly Headings headings;

    public TextClassifier(TermList terms, LinearModel model, string[] labels, Calibration calibration)
    {
        (Terms, Model, Labels, Calibration) = (terms, model, labels, calibration);
        headings = new Headings(labels);
    }

    public TermList Terms { get; }

    public LinearModel Model { get; }

    public IReadOnlyList<string> Labels { get; }

    public Calibration Calibration { get; }

    /// <param name="features">The caller's own: one a thread.</param>
    public Prediction Predict(TurkishFeatures features, string text)
    {
        var (seen, probabilities) = Probabilities(features, text);
        var best = TensorPrimitives.IndexOfMax(probabilities);
        // A text of unknown words says nothing, however sure the most frequent label is.
        var abstained = seen.Terms.Length == 0 || probabilities[best] < Calibration.Threshold;
        return new Prediction(Labels[best], probabilities[best], abstained, abstained && seen.Terms.Length > 0 ? Heading(probabilities) : null);
    }

    /// <returns>The likeliest first; none where no word of the text is known.</returns>
    public IReadOnlyList<LikelyLabel> Likeliest(TurkishFeatures features, string text, int most, int words)
    {
        var (seen, probabilities) = Probabilities(features, text);
        return seen.Terms.Length == 0 ? [] : [.. Enumerable.Range(0, probabilities.Length)
            .OrderByDescending(label => probabilities[label]).ThenBy(label => label).Take(most)
            .Select(label => new LikelyLabel(Labels[label], probabilities[label], DecidingWords.Of(this, features, text, seen, label, words)))];
    }

    (SparseText Seen, float[] Probabilities) Probabilities(TurkishFeatures features, string text)
    {
        var scores = new float[Labels.Count];
        var seen = Terms.Weigh(features, text);
        Model.Score(seen, scores);
        Calibration.Apply(scores);
        return (seen, scores);
    }

    SureType? Heading(float[] probabilities)
    {
        var sums = headings.Sum(probabilities);
        var best = TensorPrimitives.IndexOfMax(sums);
        return sums[best] >= Calibration.HeadingThreshold ? new SureType(headings.Codes[best], sums[best]) : null;
    }
}
