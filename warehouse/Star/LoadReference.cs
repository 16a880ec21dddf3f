using AcikKapi.Domain.Reference;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse;

/// <summary>The shared words of Domain as tables reference.LIST, column for column.</summary>
public static class LoadReference
{
    public static void Run(DuckDBConnection connection)
    {
        connection.Execute("create schema if not exists reference");
        var folder = Directory.CreateTempSubdirectory("acikkapi-reference-");
        try
        {
            foreach (var list in ReferenceLists.Names) Load(connection, list, Path.Combine(folder.FullName, $"{list}.csv"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // DuckDB reads CSV from files only, so each list passes through one.
    static void Load(DuckDBConnection connection, string list, string file)
    {
        using (var source = ReferenceLists.Open(list))
        using (var target = File.Create(file))
            source.CopyTo(target);
        var columns = File.ReadLines(file).First().TrimStart('\uFEFF').Split(',');
        // Codes are words even where all of them are digits; only places are numbered.
        var words = columns.Where(c => c is "name" or "name_tr" || c.EndsWith("_code", StringComparison.Ordinal) && c is not ("province_code" or "district_code"));
        var types = string.Join(", ", words.Select(c => $"'{c}': 'varchar'"));
        connection.Execute($$"""
            create table reference.{{list}} as
            from read_csv({{DuckDb.Quote(file)}}, header = true, sample_size = -1, types = { {{types}} })
            """);
    }
}
