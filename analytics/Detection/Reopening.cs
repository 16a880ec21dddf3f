namespace AcikKapi.Analytics.Detection;

/// <summary>Answers that did not hold: more reopened than of others' answers to like cases, given in the same weeks of the last quarter.</summary>
public sealed class Reopening() : RateDetector(DetectorKind.Reopening, weeks: 13);
