namespace AcikKapi.Analytics.Detection;

/// <summary>
/// More applications rejected for missing, wrong or false information (art. 10-e) than of like ones elsewhere: a form or a
/// desk that does not ask for what is needed. Of those received in the last quarter.
/// </summary>
public sealed class MissingInformation() : RateDetector(DetectorKind.MissingInformation, weeks: 13);
