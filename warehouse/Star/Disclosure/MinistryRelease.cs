using AcikKapi.Warehouse.Disclosure.Audit;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse.Disclosure;

/// <summary>
/// ministry.duckdb: exact numbers of the country and the provinces. All counts that add up anywhere are one system of
/// cells and sums (Ministry/cells.sql, sums.sql): a count hidden in one table is hidden in all.
/// </summary>
static class MinistryRelease
{
    const string Rule =
        "1–4 arası sayılar ve bunların farkla bulunmasını önlemek için seçilen tamamlayıcı sayılar * ile gizlenir; diğerleri kesindir. "
        + "İhbarlarda, engelli ve hasta başvurularında sınır 10'dur, en kısa dönem üç aydır.";

    public static (long RowsIn, long RowsOut) Write(WarehousePaths paths, DateOnly asOf, CancellationToken ct) =>
        Release.Write(paths, asOf, paths.BuildingMinistry(asOf), ToldRule.Ministry, Rule, release =>
        {
            ReadSystem.Number(release, EmbeddedSql.Read("Disclosure/Ministry/cells.sql"));
            var (cells, small, known) = ReadCells(release);
            TellHidden(release, ComplementarySuppression.Run(cells, small, ReadSystem.Sums(release), known));
            foreach (var path in EmbeddedSql.Below("Disclosure/Ministry/pub_"))
                release.Execute($"create table {Path.GetFileNameWithoutExtension(path)} as\n{EmbeddedSql.Read(path)}");
        }, alone: "select * replace (if(is_small, null, n) as told) from told_cells", ct);

    static (long[] Cells, bool[] Small, bool[] Known) ReadCells(DuckDBConnection release)
    {
        using var rows = ReadSystem.Query(release, EmbeddedSql.Read("Disclosure/Ministry/kept_cells.sql"));
        List<long> cells = [];
        List<bool> small = [];
        List<bool> known = [];
        while (rows.Read())
        {
            cells.Add(rows.GetInt64(0));
            small.Add(rows.GetBoolean(1));
            known.Add(rows.GetBoolean(2));
        }
        return ([.. cells], [.. small], [.. known]);
    }

    /// <summary>told_cells: the cells with told, null where hidden.</summary>
    static void TellHidden(DuckDBConnection release, bool[] hidden)
    {
        release.Execute("create temp table hidden (cell_no integer)");
        using (var appender = release.CreateAppender("temp", "main", "hidden"))
            for (var cell = 0; cell < hidden.Length; cell++)
                if (hidden[cell]) appender.CreateRow().AppendValue((int?)cell).EndRow();
        release.Execute("""
            create temp table told_cells as
            select c.*, if(h.cell_no is null, c.n, null)::bigint as told
            from cells as c
            left join hidden as h using (cell_no)
            """);
    }
}
