using System.Numerics.Tensors;

namespace AcikKapi.Domain.Classification;

/// <summary>From scores to honest probabilities, and the least probability at which the machine may decide.</summary>
/// <param name="Temperature">Scores are divided by it before softmax (Guo et al. 2017).</param>
/// <param name="Threshold">Below it the machine abstains; above 1 it always does.</param>
/// <param name="HeadingThreshold">The same for the heading, whose probability is its topics' together.</param>
public sealed record Calibration(float Temperature, float Threshold, float HeadingThreshold)
{
    /// <summary>Turns scores into probabilities in place.</summary>
    public void Apply(Span<float> scores)
    {
        TensorPrimitives.Divide(scores, Temperature, scores);
        TensorPrimitives.SoftMax(scores, scores);
    }
}
