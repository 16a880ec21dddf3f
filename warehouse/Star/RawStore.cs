using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>raw.duckdb: the landed rows. Names and shapes of its tables are Raw/*.sql.</summary>
public static class RawStore
{
    /// <summary>Opens raw.duckdb for writing and makes the tables it lacks.</summary>
    public static DuckDBConnection Open(WarehousePaths paths)
    {
        var connection = DuckDb.Open(paths.Raw);
        foreach (var name in EmbeddedSql.Below("Raw/")) connection.Execute(EmbeddedSql.Read(name));
        return connection;
    }

    /// <summary>Whether any application was made up. Nobody who learns or detects may know which.</summary>
    public static bool HoldsSampleData(WarehousePaths paths)
    {
        using var raw = DuckDb.Open(paths.Raw, readOnly: true);
        return raw.Count("select count(*) from (from raw_applications where origin = 'simulated' limit 1)") > 0;
    }
}
