using AcikKapi.Dashboard.SignIn;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Dashboard.Releases;

/// <summary>
/// Makes the file that the officers of one place work on: of published.duckdb what they may see (cut.sql), of ministry.duckdb a copy. What is not
/// in the file cannot be asked of it, whatever a page or a query does.
/// </summary>
static class CutRelease
{
    const long MostMemoryMb = 512;

    /// <exception cref="DuckDBException">A table does not exist: the night ran before the program was updated.</exception>
    public static void Write(WarehousePaths warehouse, Officer officer, string file)
    {
        if (officer.IsMinistry)
        {
            File.Copy(warehouse.Ministry, file);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            RequireTablesOfThisVersion(file);
            return;
        }
        using var cut = DuckDb.Open(file, mostMemoryMb: MostMemoryMb);
        cut.Execute($"attach {DuckDb.Quote(warehouse.Published)} as release (read_only)");
        cut.Execute($"set variable province = {officer.ProvinceCode}; set variable district = {officer.DistrictCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null::integer"};");
        cut.Execute("create schema reference");
        foreach (var list in Lists(cut)) cut.Execute($"create table reference.{list} as from release.reference.{list}");
        cut.Execute(EmbeddedSql.Read(typeof(CutRelease).Assembly, "Releases/cut.sql"));
        cut.Execute("detach release; checkpoint;");
    }

    // What cut.sql finds out for the others by naming them.
    static void RequireTablesOfThisVersion(string file)
    {
        using var copy = DuckDb.Open(file, readOnly: true);
        foreach (var path in EmbeddedSql.Below("Disclosure/Both/").Concat(EmbeddedSql.Below("Disclosure/Ministry/pub_"))) copy.Execute($"from {Path.GetFileNameWithoutExtension(path)} limit 0");
    }

    static List<string> Lists(DuckDBConnection cut)
    {
        using var command = cut.CreateCommand();
        command.CommandText = "select table_name from duckdb_tables() where database_name = 'release' and schema_name = 'reference'";
        using var rows = command.ExecuteReader();
        List<string> lists = [];
        while (rows.Read()) lists.Add(rows.GetString(0));
        return lists;
    }
}
