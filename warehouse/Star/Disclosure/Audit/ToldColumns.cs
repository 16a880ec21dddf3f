namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// A column of a published table in which counts are told, and whose counts they are: expressions over the row (t) and its
/// period (p). A count told in several columns is one cell.
/// </summary>
/// <param name="IsOwn">Where the cell has a row of its own; else the count stands beside another, as the period before's does.</param>
sealed record ToldColumn(
    string Table, string Column, string Measure, string Scope, string Period, string Dimension, string Value, bool IsOwn, string PeriodOfRow = "p.period_code = t.period_code");

/// <summary>Every count that a release tells, once: read as cells by the audit, and hidden or rounded again where one gives another away.</summary>
static class ToldColumns
{
    static readonly string[] Figures =
        ["received", "answered", "closed", "due", "overdue", "open_at_end", "overdue_open_at_end", "rejected", "reopened", "satisfaction_count"];

    static readonly ToldColumn[] All =
    [
        .. Figures.Select(figure => Own("pub_key_figures", figure, "t.scope_code", "'total'", "''")),
        Own("pub_types", "received", "t.scope_code", "t.level::varchar", "t.type_code"),
        Own("pub_groups", "received", "t.scope_code", "t.dimension", "t.value_code"),
        .. new[] { "routed", "due", "overdue", "answered", "reopened" }.Select(figure => Own("pub_units", figure, "'il:' || t.province_code", "'unit'", "t.unit_code")),
        .. new[] { "asked", "done" }.Select(figure => Own("pub_visits", figure, "t.scope_code", "'visit'", "t.kind_code")),
        .. new[] { "received", "due", "overdue" }.Select(figure => new ToldColumn(
            "pub_weeks", figure, figure, "t.scope_code", "p.period_code", "'total'", "''", false, "p.period_kind = 'week' and p.start_on = t.week_start")),
        Beside("pub_key_figures", "previous_received", "t.scope_code", "p.previous_code", "'total'", "''"),
        Beside("pub_key_figures", "year_ago_received", "t.scope_code", "p.year_ago_code", "'total'", "''"),
        Beside("pub_types", "previous_received", "t.scope_code", "p.previous_code", "t.level::varchar", "t.type_code"),
        Beside("pub_types", "year_ago_received", "t.scope_code", "p.year_ago_code", "t.level::varchar", "t.type_code"),
        Beside("pub_types", "scope_received", "t.scope_code", "p.period_code", "'total'", "''"),
        Beside("pub_types", "country_received", "'TR'", "p.period_code", "t.level::varchar", "t.type_code"),
        Beside("pub_types", "country_total", "'TR'", "p.period_code", "'total'", "''"),
    ];

    /// <summary>
    /// A query of the cells of the scopes that <paramref name="scopes"/> (a condition on scope_code) leaves. Counts beside others are
    /// read only of periods that have no rows of their own and of which one at least is told: of the rest they say nothing new.
    /// A count of 0 and no row are the same.
    /// </summary>
    public static string Cells(string scopes, string database = "") =>
        $"""
        select measure, scope_code, period_code, dimension, value_code, max(told) as told
        from (
          {string.Join("\nunion all\n", All.Where(column => column.Period != "p.period_code" || column.IsOwn).Select(column => Select(column, database)))}
        )
        where {scopes} and told is distinct from 0
        group by all
        """;

    /// <summary>The same of the attached warehouse <paramref name="exact"/>, whose marts have the releases' columns.</summary>
    public static string TrueCells(string scopes, string exact) =>
        Cells(scopes, $"{exact}.").Replace($"{exact}.pub_", $"{exact}.mart_", StringComparison.Ordinal);

    /// <summary>Statements that tell the cells of the table <paramref name="retold"/> (told null: hidden) anew in every column that tells them.</summary>
    public static IEnumerable<string> Retell(string retold) => All.Select(column =>
        $"""
        update {column.Table} as t set {column.Column} = r.told
        from {retold} as r, dim_period as p
        where {column.PeriodOfRow} and r.measure = '{column.Measure}' and r.scope_code = {column.Scope}
          and r.period_code = {column.Period} and r.dimension = {column.Dimension} and r.value_code = {column.Value}
        """);

    static string Select(ToldColumn column, string database) =>
        $"""
        select '{column.Measure}' as measure, {column.Scope} as scope_code, {column.Period} as period_code, {column.Dimension} as dimension, {column.Value} as value_code, t.{column.Column}::bigint as told
        from {database}{column.Table} as t
        join {database}dim_period as p on {column.PeriodOfRow}
        """
        + (column.IsOwn ? "" : $"""

        where {column.Period} is not null and {column.Period} not in (select period_code from {database}{column.Table})
        qualify count(t.{column.Column}) over (partition by {column.Period}) > 0
        """);

    static ToldColumn Own(string table, string figure, string scope, string dimension, string value) =>
        new(table, figure, figure, scope, "p.period_code", dimension, value, true);

    static ToldColumn Beside(string table, string column, string scope, string period, string dimension, string value) =>
        new(table, column, "received", scope, period, dimension, value, false);
}
