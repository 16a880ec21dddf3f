namespace AcikKapi.Analytics.Classification;

/// <summary>One example. <paramref name="Person"/>: a pseudonym, or what stands for a person of one's own where there is none.</summary>
public sealed record LabelledText(string Text, string Label, string Person);
