using System.Globalization;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// kept/told/AS-OF.parquet: of the release of that night the counts that the one after it told otherwise (release, measure, scope_code,
/// period_code, dimension, value_code, told; null: hidden, -1: nothing was told of it), and those whose true count has changed since
/// (is_changed), told otherwise or not. With tonight's file it gives any of the last nights' releases back.
/// </summary>
static class KeptTold
{
    const string Columns = "measure, scope_code, period_code, dimension, value_code";

    /// <summary>Makes the temp table kept_changes (as_of, …, told) of the last nights; returns these, the latest first.</summary>
    public static IReadOnlyList<DateOnly> Read(DuckDBConnection release, WarehousePaths paths, string name, int most = AuditDisclosure.Nights)
    {
        MakeEmpty(release);
        var nights = LastAudited(paths, name) is null ? [] : Nights(paths, most);
        foreach (var night in nights)
            release.Execute($"insert into kept_changes select {DuckDb.Literal(night)}, {Columns}, told, is_changed from {DuckDb.Quote(FileOf(paths, night))} where release = '{name}'");
        return nights;
    }

    /// <summary>kept_changes without a night: a release looked at by itself.</summary>
    public static void MakeEmpty(DuckDBConnection release) =>
        release.Execute("create or replace temp table kept_changes (as_of date, measure varchar, scope_code varchar, period_code varchar, dimension varchar, value_code varchar, told bigint, is_changed boolean)");

    /// <summary>
    /// Makes the temp table earlier_told (as_of, …, told, is_last): all that the last release tells, and what those before it told
    /// otherwise; returns the nights, the latest first. Where the last one is tonight's own, of the same facts (the night was killed
    /// after its files took their places, or is run twice), the one before it is the last: the same night ends as the same release.
    /// </summary>
    public static IReadOnlyList<DateOnly> ReadEarlier(DuckDBConnection release, WarehousePaths paths, string name)
    {
        var last = LastAudited(paths, name);
        var isTonights = false;
        if (last is not null)
        {
            AttachLast(release, paths, name);
            release.Execute($"create or replace temp table last_told as {ToldColumns.Cells("true", "last.")}");
            isTonights = release.Count("select count(*) from last.pub_meta join pub_meta using (data_date, snapshot_id)") > 0;
            release.Execute("detach last");
        }
        var nights = last is null ? [] : Nights(paths, isTonights ? AuditDisclosure.Nights + 1 : AuditDisclosure.Nights);
        Read(release, paths, name, isTonights ? AuditDisclosure.Nights + 1 : AuditDisclosure.Nights);
        release.Execute("create or replace temp table earlier_told as select *, false as is_last from kept_changes");
        if (last is { } day && !isTonights)
        {
            release.Execute($"insert into earlier_told select {DuckDb.Literal(day)}, *, false, true from last_told");
            nights = [day, .. nights.Where(night => night != day)];
        }
        if (isTonights && nights is [var before, ..])
            // What tonight's tells, but for what it tells otherwise than the night before, is what that one told.
            release.Execute($"""
                delete from earlier_told where as_of = {DuckDb.Literal(before)};
                insert into earlier_told
                select {DuckDb.Literal(before)}, *, true
                from (
                  select {Columns}, told, is_changed from kept_changes where as_of = {DuckDb.Literal(before)} and (is_changed or coalesce(told > 0, true))
                  union all
                  select {Columns}, told, false from last_told anti join (from kept_changes where as_of = {DuckDb.Literal(before)}) using ({Columns})
                );
                """);
        return nights;
    }

    /// <summary>kept_changes of <paramref name="nights"/>, as <see cref="ReadEarlier"/> found them, against the release that is being made.</summary>
    public static void SetAgainst(DuckDBConnection release, WarehousePaths paths, IReadOnlyList<DateOnly> nights)
    {
        MakeEmpty(release);
        if (nights is not [var last, ..]) return;
        FindChangedCounts(release, paths, last);
        release.Execute($"""
            insert into changed_counts select {Columns} from earlier_told where is_last and is_changed except from changed_counts;
            insert into kept_changes select as_of, {Columns}, told, is_changed from earlier_told where not is_last;
            insert into kept_changes
            select {DuckDb.Literal(last)}, *
            from ({Changes(last, $"select {Columns}, told from earlier_told where is_last and coalesce(told > 0, true)", ToldColumns.Cells("true"), "")});
            """);
    }

    /// <summary>Writes what tonight's files tell otherwise than the published ones, before they take their place.</summary>
    public static void Write(WarehousePaths paths, DateOnly asOf)
    {
        if (LastAudited(paths, ToldRule.Published.Name) is not { } last)
        {
            foreach (var file in Files(paths)) File.Delete(file);
            return;
        }
        using var ledger = DuckDb.Open(":memory:");
        foreach (var (name, file) in (IEnumerable<(string, string)>)[(ToldRule.Published.Name, paths.BuildingPublished(asOf)), (ToldRule.Ministry.Name, paths.BuildingMinistry(asOf))])
        {
            ledger.Execute($"attach {DuckDb.Quote(file)} as release (read_only)");
            AttachLast(ledger, paths, name);
            if (name == ToldRule.Published.Name)
            {
                ledger.Execute($"attach {DuckDb.Quote(paths.BuildingWarehouse(asOf))} as warehouse (read_only)");
                FindChangedCounts(ledger, paths, last);
                ledger.Execute("detach warehouse");
            }
            var changes = Changes(last, ToldColumns.Cells("true", "last."), ToldColumns.Cells("true", "release."), "release.");
            ledger.Execute(name == ToldRule.Published.Name ? $"create table changes as select '{name}' as release, * from ({changes})" : $"insert into changes select '{name}', * from ({changes})");
            ledger.Execute("detach last; detach release;");
        }
        // The same day published again: what the night before told is still told by it alone. And a night that was killed while its files
        // took their places is run again: what it kept stands.
        var night = last != asOf ? last : Nights(paths, 1).Cast<DateOnly?>().FirstOrDefault();
        if (night is not { } day) return;
        var target = FileOf(paths, day);
        if (File.Exists(target))
            ledger.Execute($"create or replace table changes as from {DuckDb.Quote(target)} union all from changes as c anti join {DuckDb.Quote(target)} as k using (release, {Columns})");
        ledger.Execute($"copy (from changes order by all) to {DuckDb.Quote(target + ".part")} (format parquet, compression zstd)");
        File.Move(target + ".part", target, overwrite: true);
        // One more than are looked at: of the night that is run again, the last of them counts too.
        foreach (var old in Files(paths).Skip(AuditDisclosure.Nights + 1)) File.Delete(old);
    }

    /// <summary>The temp table changed_counts: cells of ended periods whose true count that night was another one than in the attached warehouse.</summary>
    static void FindChangedCounts(DuckDBConnection connection, WarehousePaths paths, DateOnly night)
    {
        // Once it was given a second name, the file in its old place may be tonight's already (a night killed while its files took their places).
        var second = Path.Combine(paths.Earlier(night), Path.GetFileName(paths.Warehouse));
        connection.Execute($"attach {DuckDb.Quote(File.Exists(second) ? second : paths.Warehouse)} as before (read_only)");
        connection.Execute($"""
            create or replace temp table changed_counts as
            select {Columns}
            from ({ToldColumns.TrueCells("true", "before")}) as b
            full join ({ToldColumns.TrueCells("true", "warehouse")}) as n using ({Columns})
            where coalesce(b.told, 0) <> coalesce(n.told, 0)
              and period_code in (select period_code from before.dim_period where end_on <= {DuckDb.Literal(night)})
            """);
        connection.Execute("detach before");
    }

    // What has no row was told as 0; but of a period that had ended, and of which that night had no row at all, it told nothing.
    static string Changes(DateOnly night, string before, string now, string database) =>
        $"""
        with before as materialized (select *, true as is_there from ({before})),
        now as (select *, true as is_there from ({now})),
        both_nights as (
          select
            {Columns}, now.told as now_told, coalesce(now.is_there, false) as is_now, before.told as before_told,
            coalesce(before.is_there, false) as is_before, coalesce(c.is_changed, false) as is_changed
          from before
          full join now using ({Columns})
          left join (select *, true as is_changed from changed_counts) as c using ({Columns})
        )
        select
          {Columns},
          case
            when is_before then before_told
            when (measure, period_code, dimension) in (select measure, period_code, dimension from before) then 0
            when period_code in (select period_code from {database}dim_period where end_on > {DuckDb.Literal(night)}) then 0
            else {ToldCells.Nothing}
          end as told,
          is_changed
        from both_nights
        where is_changed or if(is_before, before_told, 0) is distinct from if(is_now, now_told, 0)
        """;

    // A release made without a look at the nights before it may give cells away: nothing hidden now would take that back.
    static DateOnly? LastAudited(WarehousePaths paths, string name)
    {
        if (!File.Exists(PlaceOf(paths, name))) return null;
        using var last = DuckDb.Open(PlaceOf(paths, name), readOnly: true);
        if (last.Count("select count(*) from duckdb_columns() where table_name = 'pub_meta' and column_name = 'is_audited_with_earlier'") == 0) return null;
        using var meta = ReadSystem.Query(last, "select data_date from pub_meta");
        meta.Read();
        return meta.GetFieldValue<DateOnly>(0);
    }

    static string PlaceOf(WarehousePaths paths, string name) => name == ToldRule.Published.Name ? paths.Published : paths.Ministry;

    static void AttachLast(DuckDBConnection connection, WarehousePaths paths, string name) =>
        connection.Execute($"attach {DuckDb.Quote(PlaceOf(paths, name))} as last (read_only)");

    static List<DateOnly> Nights(WarehousePaths paths, int most) =>
        [.. Files(paths).Take(most).Select(file => DateOnly.ParseExact(Path.GetFileNameWithoutExtension(file), "yyyy-MM-dd", CultureInfo.InvariantCulture))];

    static IEnumerable<string> Files(WarehousePaths paths) =>
        Directory.Exists(paths.Told) ? Directory.GetFiles(paths.Told, "*.parquet").OrderDescending(StringComparer.Ordinal) : [];

    static string FileOf(WarehousePaths paths, DateOnly night) => Path.Combine(paths.Told, $"{WarehousePaths.Name(night)}.parquet");
}
