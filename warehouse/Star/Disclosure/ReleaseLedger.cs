using DuckDB.NET.Data;

namespace AcikKapi.Warehouse.Disclosure;

/// <summary>kept/releases/AS-OF.parquet: what went out that night, a row per table: release, table_name, rows, checksum.</summary>
public static class ReleaseLedger
{
    internal static void Write(WarehousePaths paths, DateOnly asOf)
    {
        using var ledger = DuckDb.Open(":memory:");
        ledger.Execute("create table releases (as_of date, release varchar, table_name varchar, rows bigint, checksum varchar)");
        foreach (var (name, file) in (IEnumerable<(string, string)>)[("published", paths.BuildingPublished(asOf)), ("ministry", paths.BuildingMinistry(asOf))])
        {
            ledger.Execute($"attach {DuckDb.Quote(file)} as release (read_only)");
            foreach (var table in Tables(ledger))
                ledger.Execute($"""
                    insert into releases
                    select {DuckDb.Literal(asOf)}, '{name}', '{table}', count(*), {Checksum}
                    from release.{table} as t
                    """);
            ledger.Execute("detach release");
        }
        var target = Path.Combine(paths.Releases, $"{WarehousePaths.Name(asOf)}.parquet");
        ledger.Execute($"copy (from releases order by release, table_name) to {DuckDb.Quote(target)} (format parquet)");
    }

    // Of the rows as a multiset: neither threads nor file layout change it.
    const string Checksum = "coalesce(md5(sum(hash(t)::hugeint)::varchar), '')";

    static List<string> Tables(DuckDBConnection ledger)
    {
        using var command = ledger.CreateCommand();
        // pub_meta holds the time of writing.
        command.CommandText = """
            select table_name from duckdb_tables()
            where database_name = 'release' and starts_with(table_name, 'pub_') and table_name <> 'pub_meta'
            order by table_name
            """;
        using var rows = command.ExecuteReader();
        List<string> tables = [];
        while (rows.Read()) tables.Add(rows.GetString(0));
        return tables;
    }
}
