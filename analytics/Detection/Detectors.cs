namespace AcikKapi.Analytics.Detection;

/// <summary>What runs each night.</summary>
static class Detectors
{
    public static readonly IReadOnlyList<IDetector> All = [new SuddenRise()];
}
