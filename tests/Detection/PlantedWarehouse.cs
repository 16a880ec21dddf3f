using AcikKapi.Analytics.Detection;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Tests.Detection;

/// <summary>A small warehouse built once; each test plants its problem in a copy of its own.</summary>
public sealed class PlantedWarehouse : IDisposable
{
    readonly SmallWarehouse built = SmallWarehouse.Build(30_000);

    public DateOnly AsOf => built.AsOf;

    /// <summary>The findings of a detector whose q stays within the budget.</summary>
    public IReadOnlyList<Finding> Flags(IDetector detector, params string[] plants) => Flags([detector], AsOf, plants);

    /// <summary>The same for several detectors over one copy.</summary>
    public IReadOnlyList<Finding> Flags(IReadOnlyList<IDetector> detectors, DateOnly asOf, params string[] plants)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"acikkapi-planted-{Guid.NewGuid():N}.duckdb");
        try
        {
            File.Copy(built.Paths.BuildingWarehouse(AsOf), copy);
            using var warehouse = DuckDb.Open(copy);
            foreach (var plant in plants) warehouse.Execute(plant);
            return [.. detectors.SelectMany(detector => Flags(detector, warehouse, asOf))];
        }
        finally
        {
            File.Delete(copy);
        }
    }

    // What drives a flag is asked of the same tables, and it is told: neither may fail on any.
    static List<Finding> Flags(IDetector detector, DuckDBConnection warehouse, DateOnly asOf)
    {
        var flags = ChooseFlags.Run(detector.Kind, detector.Judge(warehouse, asOf, default));
        foreach (var (finding, q) in flags)
        {
            var flag = ChooseFlags.Make(detector.Kind, finding, q, FindDrivers.Run(warehouse, detector.Kind, finding), asOf);
            Xunit.Assert.True(double.IsFinite(flag.Expected) && double.IsFinite(flag.Low) && double.IsFinite(flag.High) && flag.PValue is >= 0 and <= 1);
        }

        return [.. flags.Select(f => f.Finding)];
    }

    public void Dispose() => built.Dispose();
}
