using System.Diagnostics;
using AcikKapi.Analytics.Emerging;
using AcikKapi.Analytics.Evidence;
using AcikKapi.Warehouse;

namespace AcikKapi.Analytics.Detection;

/// <summary>The night's step `flag`: every detector over the star that was built.</summary>
public static class FlagProblems
{
    const int MostTold = 2; // in the sentence; the table flag_drivers has more

    /// <summary>
    /// Writes the tables `flags`, `flag_drivers` and `flag_ledger` of the building warehouse and kept/flags/AS-OF.parquet; a second run replaces them.
    /// RowsIn: tests made; RowsOut: flags.
    /// </summary>
    /// <exception cref="Domain.UserError">The night's warehouse is not built.</exception>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var path = paths.BuildingWarehouse(asOf);
        if (!File.Exists(path)) throw new Domain.UserError($"The warehouse of {WarehousePaths.Name(asOf)} is not built; run: ./acikkapi build");
        using var warehouse = DuckDb.Open(path);
        ReadTexts.MakeTables(warehouse);
        var night = Detectors.All.Select(detector => (detector.Kind, Findings: detector.Judge(warehouse, asOf, cancel))).ToList();
        var (flags, parts) = (new List<Flag>(), new List<(string FlagId, Driver Driver)>());
        foreach (var (kind, finding, q) in ChooseFlags.Run(night))
        {
            var drivers = FindDrivers.Run(warehouse, kind, finding);
            var flag = ChooseFlags.Make(kind, finding, q, [.. drivers.Take(MostTold)], asOf);
            flags.Add(flag);
            parts.AddRange(drivers.Select(driver => (flag.FlagId, driver)));
        }

        cancel.ThrowIfCancellationRequested();
        WriteFlags.Run(warehouse, flags, parts, Path.Combine(paths.Flags, $"{WarehousePaths.Name(asOf)}.parquet"));
        FlagLedger.Write(warehouse, paths, asOf);
        WhatBecame.Write(warehouse);
        return new StepResult("flag", night.Sum(d => d.Findings.Count), flags.Count, clock.Elapsed);
    }
}
