using System.Numerics.Tensors;

namespace AcikKapi.Analytics.Classification;

/// <summary>One linear score a class.</summary>
/// <param name="Weights">Term by term, each with one weight a class: a text's terms are then read in runs.</param>
sealed record LinearModel(float[] Weights, float[] Biases)
{
    public void Score(SparseText text, Span<float> scores)
    {
        Biases.CopyTo(scores);
        for (var i = 0; i < text.Terms.Length; i++)
            TensorPrimitives.MultiplyAdd(
                Weights.AsSpan(text.Terms[i] * Biases.Length, Biases.Length), text.Weights[i], scores, scores);
    }
}
