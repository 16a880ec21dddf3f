using System.Numerics.Tensors;
using AcikKapi.Domain.Classification;

namespace AcikKapi.Analytics.Classification;

/// <summary>Of texts held out in training: shares of right first choices and of texts decided, for topics and for their headings; expected calibration error.</summary>
public readonly record struct HeldOut(int Texts, double Accuracy, double Coverage, double Ece, double HeadingAccuracy, double HeadingCoverage);

/// <summary>Temperature, offsets and thresholds from the scores of texts that the model had not seen.</summary>
static class FitCalibration
{
    /// <param name="scores">Of texts that the model had not seen, one row each; of none follows a machine that never decides.</param>
    /// <param name="classes">Their true classes.</param>
    /// <returns>The classifier's calibration, and what is to be added to each label's bias before it.</returns>
    public static (Calibration Calibration, float[] Biases, HeldOut HeldOut) Run(IReadOnlyList<float[]> scores, IReadOnlyList<int> classes, Headings headings)
    {
        if (scores.Count == 0) return (new Calibration(1, FitThreshold.Never, FitThreshold.Never), new float[headings.Labels], default);
        var scale = ScoreScale.Fit(scores, classes);
        var probabilities = scores.Select(scale.Probabilities).ToList();
        var topics = probabilities.Select((row, i) => Best(row, classes[i])).ToList();
        var above = probabilities.Select((row, i) => Best(headings.Sum(row), headings.Of(classes[i]))).ToList();
        var calibration = new Calibration(scale.Temperature, FitThreshold.Run(topics), FitThreshold.Run(above));
        return (calibration, Array.ConvertAll(scale.Offsets, offset => offset * scale.Temperature), new HeldOut(
            topics.Count,
            topics.Average(a => a.Wrong ? 0.0 : 1),
            topics.Average(a => a.Confidence >= calibration.Threshold ? 1.0 : 0),
            Evaluation.ExpectedCalibrationError([.. topics.Select(a => (a.Confidence, !a.Wrong))]),
            above.Average(a => a.Wrong ? 0.0 : 1),
            above.Average(a => a.Confidence >= calibration.HeadingThreshold ? 1.0 : 0)));
    }

    static Answer Best(float[] probabilities, int truth)
    {
        var best = TensorPrimitives.IndexOfMax(probabilities);
        return new Answer(probabilities[best], best != truth);
    }
}
