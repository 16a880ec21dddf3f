using System.Numerics.Tensors;
using AcikKapi.Domain.Classification;

namespace AcikKapi.Analytics.Classification;

/// <summary>Of texts held out in training: shares of right first choices and of texts decided, for topics and for their headings; expected calibration error.</summary>
public readonly record struct HeldOut(int Texts, double Accuracy, double Coverage, double Ece, double HeadingAccuracy, double HeadingCoverage);

/// <summary>Temperature and thresholds from the scores of texts that the model had not seen.</summary>
static class FitCalibration
{
    /// <summary>At most this share of what is accepted may be wrong.</summary>
    public const double AcceptedError = 0.02;
    const float Never = 2;

    /// <param name="scores">Of texts that the model had not seen, one row each.</param>
    /// <param name="classes">Their true classes.</param>
    public static (Calibration Calibration, HeldOut HeldOut) Run(IReadOnlyList<float[]> scores, IReadOnlyList<int> classes, Headings headings)
    {
        var temperature = BestTemperature(scores, classes);
        var topics = scores.Select((row, i) => Best(Probabilities(row, temperature), classes[i])).ToList();
        var above = scores.Select((row, i) => Best(headings.Sum(Probabilities(row, temperature)), headings.Of(classes[i]))).ToList();
        var calibration = new Calibration(temperature, BestThreshold(topics), BestThreshold(above));
        return (calibration, new HeldOut(
            topics.Count,
            topics.Average(a => a.Wrong ? 0.0 : 1),
            topics.Average(a => a.Confidence >= calibration.Threshold ? 1.0 : 0),
            Evaluation.ExpectedCalibrationError([.. topics.Select(a => (a.Confidence, !a.Wrong))]),
            above.Average(a => a.Wrong ? 0.0 : 1),
            above.Average(a => a.Confidence >= calibration.HeadingThreshold ? 1.0 : 0)));
    }

    readonly record struct Answer(float Confidence, bool Wrong);

    static Answer Best(float[] probabilities, int truth)
    {
        var best = TensorPrimitives.IndexOfMax(probabilities);
        return new Answer(probabilities[best], best != truth);
    }

    // Log loss has one minimum along ln T: golden section.
    static float BestTemperature(IReadOnlyList<float[]> scores, IReadOnlyList<int> classes)
    {
        const double golden = 0.6180339887498949;
        var (low, high) = (Math.Log(0.01), Math.Log(100));
        while (high - low > 1e-3)
        {
            var (left, right) = (high - golden * (high - low), low + golden * (high - low));
            if (Loss(left) < Loss(right)) high = right; else low = left;
        }

        return (float)Math.Exp((low + high) / 2);

        double Loss(double log) => Enumerable.Range(0, scores.Count)
            .Sum(i => -Math.Log(Math.Max(1e-12, Probabilities(scores[i], (float)Math.Exp(log))[classes[i]])));
    }

    // The longest run of the surest answers whose error, counted with one more mistake than seen, stays below the limit.
    static float BestThreshold(IEnumerable<Answer> all)
    {
        var answers = all.OrderByDescending(a => a.Confidence).ToList();
        var (threshold, wrong) = (Never, 0);
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i].Wrong) wrong++;
            if (wrong + 1 <= AcceptedError * (i + 2)) threshold = answers[i].Confidence;
        }

        return threshold;
    }

    static float[] Probabilities(float[] scores, float temperature)
    {
        var p = (float[])scores.Clone();
        new Calibration(temperature, Never, Never).Apply(p);
        return p;
    }
}
