namespace AcikKapi.Analytics.Detection;

/// <summary>
/// More answers late than the cases let expect, by a funnel: bureaus by the applicant's clock (art. 10-b), units by their own
/// (art. 5-o), of the deadlines of the last quarter. Open cases past their deadline count: who never answers is not in time.
/// </summary>
public sealed class OverdueShare() : RateDetector(DetectorKind.OverdueShare, weeks: 13);
