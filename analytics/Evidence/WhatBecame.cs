using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Evidence;

/// <summary>What became of earlier flags: judged how, what was done, and the measure before and after it (rule 10).</summary>
public static class WhatBecame
{
    static readonly (string Table, string File)[] Steps =
        [("judged_flags", "JudgedFlags"), ("flag_events", "FlagEvents"), ("flag_weeks", "FlagWeeks"), ("flag_outcomes", "FlagOutcomes"), ("flag_record", "FlagRecord"), ("flag_measures", "FlagMeasures")];

    const string Passing = "flag_events"; // of use to the next step alone

    /// <summary>The tables of <see cref="Steps"/> beside `flag_ledger`, from the verdicts known at the end of the night.</summary>
    public static void Write(DuckDBConnection warehouse)
    {
        foreach (var (table, file) in Steps)
            warehouse.Execute($"create or replace {(table == Passing ? "temp " : "")}table {table} as\n{EmbeddedSql.Read(typeof(WhatBecame).Assembly, $"Evidence/{file}.sql")}");
    }
}
