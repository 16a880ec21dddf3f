using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Evidence;

/// <summary>
/// What was flagged over the nights: new, continuing, ended. Nothing of it is stored: it is folded anew from kept/flags, a file
/// a night, so a night that is run again, or out of turn, cannot count twice.
/// </summary>
static class FlagLedger
{
    /// <summary>The table `flag_ledger` as it stood at the end of that night, from the files kept up to it; there must be one.</summary>
    public static void Write(DuckDBConnection warehouse, WarehousePaths paths, DateOnly asOf)
    {
        warehouse.Execute($"set variable as_of = {DuckDb.Literal(asOf)}");
        warehouse.Execute($"set variable kept_flags = {DuckDb.Quote(Path.Combine(paths.Flags, "*.parquet"))}");
        warehouse.Execute($"create or replace table flag_ledger as\n{EmbeddedSql.Read(typeof(FlagLedger).Assembly, "Evidence/FlagLedger.sql")}");
    }
}
