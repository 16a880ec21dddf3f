using System.Diagnostics;
using AcikKapi.Analytics.Evidence;
using AcikKapi.Warehouse;

namespace AcikKapi.Analytics.Detection;

/// <summary>The night's step `flag`: every detector over the star that was built.</summary>
public static class FlagProblems
{
    /// <summary>
    /// Writes the tables `flags` and `flag_ledger` of the building warehouse and kept/flags/AS-OF.parquet; a second run replaces them.
    /// RowsIn: tests made; RowsOut: flags.
    /// </summary>
    /// <exception cref="Domain.UserError">The night's warehouse is not built.</exception>
    public static StepResult Run(WarehousePaths paths, DateOnly asOf, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var path = paths.BuildingWarehouse(asOf);
        if (!File.Exists(path)) throw new Domain.UserError($"The warehouse of {WarehousePaths.Name(asOf)} is not built; run: ./acikkapi build");
        using var warehouse = DuckDb.Open(path);
        var tests = 0L;
        var flags = new List<Flag>();
        foreach (var detector in Detectors.All)
        {
            var findings = detector.Judge(warehouse, asOf, cancel);
            tests += findings.Count;
            flags.AddRange(ChooseFlags.Run(detector.Name, findings, asOf));
        }

        cancel.ThrowIfCancellationRequested();
        WriteFlags.Run(warehouse, flags, Path.Combine(paths.Flags, $"{WarehousePaths.Name(asOf)}.parquet"));
        FlagLedger.Write(warehouse, paths, asOf);
        WhatBecame.Write(warehouse);
        return new StepResult("flag", tests, flags.Count, clock.Elapsed);
    }
}
