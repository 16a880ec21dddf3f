namespace AcikKapi.Analytics.Classification;

/// <summary>What one should know of a model before trusting it; stands beside it as card.json.</summary>
/// <param name="Version">First 16 hexadecimal digits of the SHA-256 of the model's bytes.</param>
/// <param name="TypeList">The same of the topics it was offered: another list, another model.</param>
/// <param name="HeldOut">Measured on texts the model had not seen.</param>
/// <param name="AcceptedErrorLimit">On held-out texts, at most this share of what was not abstained from was wrong.</param>
public sealed record ModelCard(
    string Version, DateOnly TrainedOn, string TypeList, int Seed, int Examples, int Labels, int Terms, int FewestPersonsPerTerm,
    float Temperature, float Threshold, float HeadingThreshold, HeldOut HeldOut, double AcceptedErrorLimit, double TrainSeconds);
