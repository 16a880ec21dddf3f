namespace AcikKapi.Analytics.Detection;

/// <summary>What runs each night, in this order.</summary>
static class Detectors
{
    public static readonly IReadOnlyList<IDetector> All =
    [
        new SuddenRise(), new NeighbouringCluster(), new OverdueShare(), new SlowAnswering(), new Reopening(), new Repetition(), new PingPong(),
        new MissingInformation(), new LowSatisfaction(), new Disparity(), new SilentBureau(), new EmergingTopic(), new GoodPractice(),
    ];
}
