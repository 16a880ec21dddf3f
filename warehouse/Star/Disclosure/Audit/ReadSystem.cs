using DuckDB.NET.Data;

namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>Reads a release's cells and sums, and what kept/told says of the nights before.</summary>
static class ReadSystem
{
    /// <param name="scopes">A condition on scope_code; the temp tables told, changes and cells are left for it.</param>
    /// <param name="nights">The latest first; what they told otherwise stands in the temp table kept_changes (as_of, …).</param>
    /// <param name="alone">A query of the cells as they would be told if there were no others; null: not asked.</param>
    public static ToldCells Run(DuckDBConnection release, string scopes, bool withDistricts, IReadOnlyList<DateOnly> nights, string? alone = null)
    {
        release.Execute($"create or replace temp table told as {ToldColumns.Cells(scopes)}");
        release.Execute($"create or replace temp table changes as from kept_changes where {scopes}");
        release.Execute($"set variable with_districts = {withDistricts}");
        Number(release, EmbeddedSql.Read("Disclosure/Audit/cells.sql"));
        var (told, kinds) = Cells(release);
        return new ToldCells(told, kinds, Sums(release), Earlier(release, nights), alone is null ? null : Counts(release, alone, kinds));
    }

    static (long?[], CellKind[]) Cells(DuckDBConnection release)
    {
        List<long?> told = [];
        List<CellKind> kinds = [];
        using var rows = Query(release, "select told, is_slack, is_sensitive, may_be_zero, is_national, province_code, end_on from cells order by cell_no");
        while (rows.Read())
        {
            told.Add(rows.IsDBNull(0) ? null : rows.GetInt64(0));
            kinds.Add(new(rows.GetBoolean(1), rows.GetBoolean(2), rows.GetBoolean(3), rows.GetBoolean(4), rows.GetInt32(5), rows.GetFieldValue<DateOnly>(6)));
        }
        return ([.. told], [.. kinds]);
    }

    // What has no row is 0, and of what is no cell of a table nothing is known.
    static long?[] Counts(DuckDBConnection release, string query, CellKind[] kinds)
    {
        var counts = Array.ConvertAll(kinds, kind => kind.IsSlack ? (long?)null : 0);
        using var rows = Query(release, $"select cells.cell_no, q.told from cells join ({query}) as q using (measure, scope_code, period_code, dimension, value_code)");
        while (rows.Read()) counts[rows.GetInt32(0)] = rows.IsDBNull(1) ? null : rows.GetInt64(1);
        return counts;
    }

    /// <summary>Makes cells (cell_no, …) of a query of counts: measure, scope_code, period_code, dimension, value_code, heading_code and more.</summary>
    public static void Number(DuckDBConnection release, string listed)
    {
        release.Execute($"create or replace temp table numbered as {EmbeddedSql.Read("Disclosure/numbered.sql").Replace("$listed", listed, StringComparison.Ordinal)}");
        release.Execute("create or replace temp view cells as select rowid::integer as cell_no, * from numbered");
    }

    /// <summary>The sums of the table cells: each its parts and, last, the whole.</summary>
    public static int[][] Sums(DuckDBConnection release)
    {
        List<int[]> sums = [];
        List<int> sum = [];
        var (current, hasWhole) = (0L, false);
        using var rows = Query(release, EmbeddedSql.Read("Disclosure/sums.sql"));
        while (rows.Read())
        {
            if (rows.GetInt64(0) != current)
            {
                if (hasWhole && sum.Count > 1) sums.Add([.. sum]);
                sum.Clear();
                current = rows.GetInt64(0);
            }
            hasWhole = rows.GetBoolean(1);
            sum.Add(rows.GetInt32(2));
        }
        if (hasWhole && sum.Count > 1) sums.Add([.. sum]);
        return [.. sums];
    }

    static List<EarlierNight> Earlier(DuckDBConnection release, IReadOnlyList<DateOnly> nights)
    {
        var byNight = nights.ToDictionary(night => night, _ => new List<(int Cell, long? Told, bool IsChanged)>());
        using (var rows = Query(release, "select as_of, cell_no, c.told, is_changed from changes as c join cells using (measure, scope_code, period_code, dimension, value_code)"))
            while (rows.Read()) byNight[rows.GetFieldValue<DateOnly>(0)].Add((rows.GetInt32(1), rows.IsDBNull(2) ? null : rows.GetInt64(2), rows.GetBoolean(3)));
        // A night's file holds what the night after it told otherwise: what an older night told is all that since changed.
        var earlier = new List<EarlierNight>();
        var (told, changed) = (new Dictionary<int, long?>(), new HashSet<int>());
        foreach (var night in nights)
        {
            foreach (var (cell, count, isChanged) in byNight[night])
            {
                told[cell] = count;
                if (isChanged) changed.Add(cell);
            }
            earlier.Add(new EarlierNight(night, new(told), [.. changed]));
        }
        return earlier;
    }

    internal static DuckDBDataReader Query(DuckDBConnection release, string sql)
    {
        using var command = release.CreateCommand();
#pragma warning disable CA2100 // embedded files and texts of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteReader();
    }
}
