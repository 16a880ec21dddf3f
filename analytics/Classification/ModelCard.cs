namespace AcikKapi.Analytics.Classification;

/// <summary>What one should know of a model before trusting it; stands beside it as card.json.</summary>
/// <param name="Version">First 16 hexadecimal digits of the SHA-256 of the model's bytes.</param>
/// <param name="TypeList">The same of the topics it was offered: another list, another model.</param>
/// <param name="InService">False where the gate kept it out: it is kept for whoever asks why.</param>
/// <param name="Gate">Against its predecessor; null where there was none, or too few texts that neither had seen.</param>
/// <param name="HeldOut">Measured on examples the model had not seen.</param>
/// <param name="AcceptedErrorLimit">On held-out texts, at most this share of what was not abstained from was wrong.</param>
/// <param name="ExamplesOfLabels">A heading stands for its topics that had too few examples of their own.</param>
/// <param name="Limits">What it is not good for.</param>
public sealed record ModelCard(
    string Version, DateOnly TrainedOn, string TypeList, int Seed, bool InService, Gate? Gate, int Examples, int Labels, int Terms,
    int FewestPersonsPerTerm, float Temperature, float Threshold, float HeadingThreshold, HeldOut HeldOut, double AcceptedErrorLimit,
    double TrainSeconds, bool SampleData, IReadOnlyDictionary<string, int> ExamplesOfLabels, IReadOnlyList<string> Limits)
{
    public static IReadOnlyList<string> LimitsOf(bool sampleData) =>
    [
        "Learned from types that persons gave; where they err alike, so does the model.",
        "Figures are of texts drawn as the examples were: a topic as often as others, not as often as citizens write about it.",
        "Topics that people decide are suggested, never given; abstained texts go to people.",
        .. sampleData ? (string[])["Simulated texts: the figures are no evidence of anything but that it runs."] : [],
    ];
}

/// <summary>Two models on texts of the blind arm that neither had seen.</summary>
/// <param name="OnlyBefore">Texts that only the predecessor got right; <paramref name="OnlyAfter"/>: that only the newcomer did.</param>
public sealed record Gate(int Texts, double AccuracyBefore, double AccuracyAfter, int OnlyBefore, int OnlyAfter)
{
    const double Chance = 0.1;

    /// <summary>Worse beyond chance: McNemar's test, exact and one-sided, at 10 %.</summary>
    public bool IsWorse => OnlyBefore > OnlyAfter && MathNet.Numerics.Distributions.Binomial.CDF(0.5, OnlyBefore + OnlyAfter, OnlyAfter) <= Chance;
}
