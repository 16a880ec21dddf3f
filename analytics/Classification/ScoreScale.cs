using System.Numerics.Tensors;

namespace AcikKapi.Analytics.Classification;

/// <summary>
/// From scores to honest probabilities: softmax(score / temperature + offset of the label). Bias-corrected temperature scaling
/// (Alexandari, Kundaje and Shrikumar 2020): the temperature says how sure to be, the offsets which labels are said too rarely.
/// </summary>
readonly record struct ScoreScale(float Temperature, float[] Offsets)
{
    const int Rounds = 12, StepsInRound = 5;
    const double Prior = 1; // texts that each label is taken to have been seen and expected besides: one of two texts is not moved far

    /// <param name="scores">Of texts that the model had not seen, one row each.</param>
    /// <param name="classes">Their true classes.</param>
    public static ScoreScale Fit(IReadOnlyList<float[]> scores, IReadOnlyList<int> classes)
    {
        var offsets = new float[scores[0].Length];
        var seen = new double[offsets.Length];
        foreach (var one in classes) seen[one]++;
        var scale = new ScoreScale(1, offsets);
        for (var round = 0; round < Rounds; round++)
        {
            scale = scale with { Temperature = BestTemperature(scores, classes, offsets) };
            for (var step = 0; step < StepsInRound; step++) scale.Move(scores, seen);
        }

        return scale;
    }

    public float[] Probabilities(float[] scores)
    {
        var p = (float[])scores.Clone();
        TensorPrimitives.Divide(p, Temperature, p);
        TensorPrimitives.Add(p, Offsets, p);
        TensorPrimitives.SoftMax(p, p);
        return p;
    }

    // Generalised iterative scaling (Darroch and Ratcliff 1972): each label as often expected as seen; the loss never rises.
    void Move(IReadOnlyList<float[]> scores, double[] seen)
    {
        var expected = new double[seen.Length];
        foreach (var row in scores)
        {
            var p = Probabilities(row);
            for (var label = 0; label < p.Length; label++) expected[label] += p[label];
        }

        var judged = Enumerable.Range(0, seen.Length).Where(label => seen[label] > 0).ToArray();
        foreach (var label in judged) Offsets[label] += (float)Math.Log((seen[label] + Prior) / (expected[label] + Prior));
        var offsets = Offsets;
        var mean = judged.Average(label => offsets[label]); // against labels of which no text was held out, nothing is known
        foreach (var label in judged) Offsets[label] -= mean;
    }

    // Log loss has one minimum along ln T: golden section.
    static float BestTemperature(IReadOnlyList<float[]> scores, IReadOnlyList<int> classes, float[] offsets)
    {
        const double golden = 0.6180339887498949;
        var (low, high) = (Math.Log(0.01), Math.Log(100));
        while (high - low > 1e-3)
        {
            var (left, right) = (high - golden * (high - low), low + golden * (high - low));
            if (Loss(left) < Loss(right)) high = right; else low = left;
        }

        return (float)Math.Exp((low + high) / 2);

        double Loss(double log)
        {
            var scale = new ScoreScale((float)Math.Exp(log), offsets);
            return Enumerable.Range(0, scores.Count).Sum(i => -Math.Log(Math.Max(1e-12, scale.Probabilities(scores[i])[classes[i]])));
        }
    }
}
