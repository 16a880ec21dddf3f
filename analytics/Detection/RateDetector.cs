using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// A share of bad cases against what the case mix lets expect: KIND.sql says which cases are judged and which are bad, the
/// rest is the same for all (<see cref="Rates"/>).
/// </summary>
public abstract class RateDetector(DetectorKind kind, int weeks) : IDetector
{
    public DetectorKind Kind => kind;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) =>
        Rates.Worse(ReadRates.Run(warehouse, kind, asOf, weeks), asOf.AddDays(1 - 7 * weeks), asOf);
}
