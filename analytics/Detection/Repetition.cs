namespace AcikKapi.Analytics.Detection;

/// <summary>
/// The same person with the same matter again within the quarter after the answer: an answer that was none. Known only where
/// persons are (a pseudonym); imported rows are left out.
/// </summary>
public sealed class Repetition() : RateDetector(DetectorKind.Repetition, weeks: 13);
