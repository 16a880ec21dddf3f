namespace AcikKapi.Analytics.Detection;

/// <summary>More 1s and 2s of 5 than others get for like cases, of those rated in the last half year (few rate).</summary>
public sealed class LowSatisfaction() : RateDetector(DetectorKind.LowSatisfaction, weeks: 26);
