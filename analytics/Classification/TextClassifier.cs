using System.Numerics.Tensors;

namespace AcikKapi.Analytics.Classification;

/// <summary>What the machine makes of a text. <paramref name="Abstained"/>: not sure enough, a person decides.</summary>
/// <param name="Heading">Where it abstained from the label but is sure of the level above it; else null.</param>
public readonly record struct Prediction(string Label, float Confidence, bool Abstained, SureType? Heading);

/// <summary>A topic or heading that is sure enough to be given, and how sure.</summary>
public readonly record struct SureType(string Code, float Confidence);

/// <summary>A trained model: terms, one linear score a label, calibration. Immutable; safe from any thread.</summary>
public sealed class TextClassifier
{
    readonly Headings headings;

    internal TextClassifier(TermList terms, LinearModel model, string[] labels, Calibration calibration)
    {
        (Terms, Model, Labels, Calibration) = (terms, model, labels, calibration);
        headings = new Headings(labels);
    }

    internal TermList Terms { get; }

    internal LinearModel Model { get; }

    public IReadOnlyList<string> Labels { get; }

    public Calibration Calibration { get; }

    /// <summary>Measured in training; stands on the model's card, not in its bytes.</summary>
    public HeldOut HeldOut { get; init; }

    /// <param name="features">The caller's own: one a thread.</param>
    public Prediction Predict(TurkishFeatures features, string text)
    {
        var scores = new float[Labels.Count];
        var seen = Terms.Weigh(features, text);
        Model.Score(seen, scores);
        Calibration.Apply(scores);
        var best = TensorPrimitives.IndexOfMax(scores);
        // A text of unknown words says nothing, however sure the most frequent label is.
        var abstained = seen.Terms.Length == 0 || scores[best] < Calibration.Threshold;
        return new Prediction(Labels[best], scores[best], abstained, abstained && seen.Terms.Length > 0 ? Heading(scores) : null);
    }

    SureType? Heading(float[] probabilities)
    {
        var sums = headings.Sum(probabilities);
        var best = TensorPrimitives.IndexOfMax(sums);
        return sums[best] >= Calibration.HeadingThreshold ? new SureType(headings.Codes[best], sums[best]) : null;
    }
}
