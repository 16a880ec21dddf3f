using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse.Disclosure.Audit;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse.Disclosure;

/// <summary>What the two releases have in common: a new file with the shared dimensions and pub_meta, the warehouse attached.</summary>
static class Release
{
    const long MostMemoryMb = 2048; // the audit's own cells and sums need as much again for a whole country

    // dim_demographic is missing on purpose: that a rare combination exists is a fingerprint (P18).
    static readonly string[] SharedDimensions =
        ["dim_date", "dim_period", "dim_scope", "dim_province", "dim_district", "dim_unit", "dim_bureau", "dim_type", "dim_channel", "dim_kind"];

    /// <summary>Makes the file anew, fills it by <paramref name="fill"/>, tells less where something could be computed, and detaches the warehouse.</summary>
    /// <param name="alone">A query of the cells as they would be told if there were no others (measure, …, told).</param>
    public static (long RowsIn, long RowsOut) Write(
        WarehousePaths paths, DateOnly asOf, string file, ToldRule told, string rule, Action<DuckDBConnection> fill, string alone, CancellationToken ct)
    {
        Build.DeleteDatabase(file);
        using var release = DuckDb.Open(file, storage: DuckDb.StorageForOthers, mostMemoryMb: MostMemoryMb);
        release.Execute($"attach {DuckDb.Quote(paths.BuildingWarehouse(asOf))} as warehouse (read_only)");
        release.Execute($"set variable as_of = {DuckDb.Literal(asOf)}");
        release.Execute(EmbeddedSql.Read("Functions/disclosure.sql"));
        release.Execute("create schema reference");
        foreach (var table in SharedDimensions.Concat(ReferenceLists.Names.Select(list => $"reference.{list}")))
            release.Execute($"create table {table} as from warehouse.{table}");
        release.Execute($"set variable rule_tr = {DuckDb.Quote(rule)}");
        release.Execute($"create table pub_meta as {EmbeddedSql.Read("Disclosure/pub_meta.sql")}");

        var nights = KeptTold.ReadEarlier(release, paths, told.Name);
        release.Execute($"set variable of_districts = {(file == paths.BuildingPublished(asOf) ? "true" : "false")}");
        fill(release);
        // What both tell alike, since no count stands in it.
        foreach (var path in EmbeddedSql.Below("Disclosure/Both/"))
            release.Execute($"create table {Path.GetFileNameWithoutExtension(path)} as\n{EmbeddedSql.Read(path)}");
        AuditDisclosure.Protect(release, paths, told, nights, alone, ct);
        var rowsIn = Rows(release, "warehouse", "mart_") + release.Count("select count(*) from warehouse.flags");
        var rowsOut = Rows(release, Path.GetFileNameWithoutExtension(file), "pub_");
        release.Execute("detach warehouse; checkpoint;");
        return (rowsIn, rowsOut);
    }

    static long Rows(DuckDBConnection release, string database, string prefix) =>
        release.Count($"""
            select coalesce(sum(estimated_size), 0)::bigint from duckdb_tables()
            where database_name = {DuckDb.Quote(database)} and starts_with(table_name, {DuckDb.Quote(prefix)})
            """);
}
