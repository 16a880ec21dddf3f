using AcikKapi.Domain.Classification;

namespace AcikKapi.Analytics.Classification;

/// <summary>How well a classifier did on texts it had not seen. Shares 0–1; error of what it accepted 0 where it accepted none.</summary>
public sealed record Evaluation(
    double Accuracy, double MacroF1, double Ece, double Coverage, double AcceptedError,
    double TrainSeconds, double TextsPerSecond, long ModelBytes, double PeakMegabytes)
{
    const int Bins = 15;

    public static (double Accuracy, double MacroF1, double Ece, double Coverage, double AcceptedError) Score(
        IReadOnlyList<Prediction> predictions, IReadOnlyList<string> truth)
    {
        var rows = predictions.Zip(truth, (p, label) => (Prediction: p, Label: label, IsRight: p.Label == label)).ToList();
        var accepted = rows.Where(r => !r.Prediction.Abstained).ToList();
        return (
            rows.Average(r => r.IsRight ? 1.0 : 0),
            truth.Union(predictions.Select(p => p.Label)).Average(label => F1(label, rows.Select(r => (r.Prediction.Label, r.Label)))),
            ExpectedCalibrationError(rows.Select(r => (r.Prediction.Confidence, r.IsRight)).ToList()),
            (double)accepted.Count / rows.Count,
            accepted.Count == 0 ? 0 : accepted.Average(r => r.IsRight ? 0.0 : 1));
    }

    // Of every label that stands in the truth or was predicted, each weighing alike.
    static double F1(string label, IEnumerable<(string Predicted, string True)> rows)
    {
        var (both, either) = (0, 0);
        foreach (var (predicted, real) in rows)
        {
            if (predicted == label && real == label) both++;
            either += (predicted == label ? 1 : 0) + (real == label ? 1 : 0);
        }

        return either == 0 ? 0 : 2.0 * both / either;
    }

    // 15 equal bins of confidence; the gaps between mean confidence and accuracy, weighted by how many fell in.
    internal static double ExpectedCalibrationError(List<(float Confidence, bool IsRight)> rows) => rows
        .GroupBy(r => Math.Min(Bins - 1, (int)(r.Confidence * Bins)))
        .Sum(bin => Math.Abs(bin.Sum(r => r.Confidence) - bin.Count(r => r.IsRight))) / rows.Count;
}
