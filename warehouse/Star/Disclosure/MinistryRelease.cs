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

    public static (long RowsIn, long RowsOut) Write(WarehousePaths paths, DateOnly asOf) =>
        Release.Write(paths, asOf, paths.BuildingMinistry(asOf), Rule, release =>
        {
            release.Execute($"create temp table cells as\n{EmbeddedSql.Read("Disclosure/Ministry/cells.sql")}");
            var (cells, small) = ReadCells(release);
            TellHidden(release, ComplementarySuppression.Run(cells, small, ReadSums(release)));
            foreach (var path in EmbeddedSql.Below("Disclosure/Ministry/pub_"))
                release.Execute($"create table {Path.GetFileNameWithoutExtension(path)} as\n{EmbeddedSql.Read(path)}");
        });

    static (long[] Cells, bool[] Small) ReadCells(DuckDBConnection release)
    {
        using var command = release.CreateCommand();
        command.CommandText = "select n, is_small from cells order by cell_no";
        using var rows = command.ExecuteReader();
        List<long> cells = [];
        List<bool> small = [];
        while (rows.Read())
        {
            cells.Add(rows.GetInt64(0));
            small.Add(rows.GetBoolean(1));
        }
        return ([.. cells], [.. small]);
    }

    static List<int[]> ReadSums(DuckDBConnection release)
    {
        using var command = release.CreateCommand();
#pragma warning disable CA2100 // the text of an embedded file
        command.CommandText = EmbeddedSql.Read("Disclosure/Ministry/sums.sql");
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        List<int[]> sums = [];
        List<int> sum = [];
        var current = 0;
        while (rows.Read())
        {
            if (rows.GetInt32(0) != current)
            {
                sums.Add([.. sum]);
                sum.Clear();
                current = rows.GetInt32(0);
            }
            sum.Add(rows.GetInt32(1));
        }
        if (sum.Count > 0) sums.Add([.. sum]);
        return sums;
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
