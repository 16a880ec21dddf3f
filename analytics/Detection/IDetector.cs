using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>One way of looking for what deserves attention.</summary>
public interface IDetector
{
    DetectorKind Kind { get; }

    /// <summary>Every test made, the quiet ones too: how many there were decides what counts as rare.</summary>
    IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel);
}
