using System.Numerics.Tensors;

namespace AcikKapi.Domain.Classification;

/// <summary>One linear score a class.</summary>
/// <param name="Weights">Term by term, each with one weight a class: a text's terms are then read in runs.</param>
public sealed record LinearModel(float[] Weights, float[] Biases)
{
    public void Score(SparseText text, Span<float> scores)
    {
        Biases.CopyTo(scores);
        for (var i = 0; i < text.Terms.Length; i++)
            TensorPrimitives.MultiplyAdd(Of(text.Terms[i]), text.Weights[i], scores, scores);
    }

    /// <summary>A term's weights, one a class.</summary>
    public ReadOnlySpan<float> Of(int term) => Weights.AsSpan(term * Biases.Length, Biases.Length);
}
