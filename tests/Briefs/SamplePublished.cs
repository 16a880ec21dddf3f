using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Tests.Briefs;

/// <summary>
/// A folder with a published.duckdb and a ministry.duckdb of invented counts and the four flags of 4-flags.sql, with what became of two earlier ones:
/// data date 22 November 2026, types, units and groups of October 2026.
/// </summary>
public sealed class SamplePublished
{
    static readonly Lazy<SamplePublished> Made = new(() => new SamplePublished());

    SamplePublished()
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-briefs-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Paths = new WarehousePaths(folder);
        foreach (var list in (string[])["provinces", "districts", "types", "flag_verdicts", "flag_reasons", "flag_measures"]) CopyList(list, folder);
        Make(Paths.Published, "case when n = 0 then 0 when n < 8 then null else (round(n / 5.0) * 5)::bigint end",
            "1–7 arası sayılar gizlenir, ötekiler 5’in katına yuvarlanır.");
        Make(Paths.Ministry, "case when n between 1 and 4 then null else n end", "1–4 arası sayılar gizlenir.");
    }

    /// <summary>Made once a run, only read after.</summary>
    public static SamplePublished Shared => Made.Value;

    public WarehousePaths Paths { get; }

    static void CopyList(string list, string folder)
    {
        using var from = ReferenceLists.Open(list);
        using var to = File.Create(Path.Combine(folder, $"{list}.csv"));
        from.CopyTo(to);
    }

    static void Make(string file, string hide, string rule)
    {
        using var connection = DuckDb.Open(file);
        Run(connection, $"create macro hide(n) as {hide}; set variable folder = '{Path.GetDirectoryName(file)}'; set variable rule = '{rule}';");
        foreach (var step in (string[])["1-dimensions", "2-counts", "3-published", "4-flags"])
            Run(connection, Read($"Briefs/Sample/{step}.sql"));
    }

    static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own files
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SamplePublished).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
