namespace AcikKapi.Domain.Classification;

/// <summary>A text as TF-IDF weights of length 1; terms ascending.</summary>
public readonly record struct SparseText(int[] Terms, float[] Weights);
