using System.Diagnostics;
using System.Globalization;
using AcikKapi.Domain;
using DuckDB.NET.Data;

namespace AcikKapi.Warehouse.Disclosure.Audit;

/// <summary>
/// What the audit of one release found (P17). <paramref name="Exact"/>: cells that are not told and yet can be computed, the first
/// named in <paramref name="Found"/> without their counts; <paramref name="Narrow"/>: hidden ones for which fewer than four counts are
/// possible; <paramref name="Retold"/>: told otherwise because of it, before publishing.
/// </summary>
public sealed record DisclosureAudit(
    string Release, DateOnly AsOf, int Nights, long Cells, long Hidden, long Exact, long Narrow, long Retold, IReadOnlyList<string> Found, TimeSpan Took);

/// <summary>All tables of a release and of the nights before it as one system of sums.</summary>
public static class AuditDisclosure
{
    const long FitsWhole = 1_000_000; // rows of pub_types: some two million cells, half a gigabyte

    /// <summary>Nights beside tonight's.</summary>
    public const int Nights = 12;

    /// <summary>Both files as they are published.</summary>
    /// <exception cref="UserError">Nothing is published.</exception>
    public static IReadOnlyList<DisclosureAudit> Run(WarehousePaths paths, CancellationToken ct = default) =>
        [Run(paths, paths.Published, ToldRule.Published, ct), Run(paths, paths.Ministry, ToldRule.Ministry, ct)];

    static DisclosureAudit Run(WarehousePaths paths, string file, ToldRule rule, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new UserError("Nothing is published in this home yet. Run ./acikkapi nightly first.");
        using var release = DuckDb.Open(file, readOnly: true);
        release.Execute(EmbeddedSql.Read("Functions/disclosure.sql"));
        var nights = KeptTold.Read(release, paths, rule.Name);
        return Look(release, rule, nights, alone: null, ct);
    }

    /// <summary>Tells less in a release that is being made until nothing can be computed from it and those of the nights before.</summary>
    /// <param name="nights">What <see cref="KeptTold.ReadEarlier"/> found.</param>
    /// <param name="alone">A query of the cells as they would be told if there were no others.</param>
    /// <exception cref="UserError">Something still can: the night fails, and what was published stays.</exception>
    internal static void Protect(DuckDBConnection release, WarehousePaths paths, ToldRule rule, IReadOnlyList<DateOnly> nights, string alone, CancellationToken ct)
    {
        KeptTold.SetAgainst(release, paths, nights);
        var audit = Look(release, rule, nights, alone, ct);
        if (audit.Exact > 0)
            throw new UserError(string.Create(CultureInfo.InvariantCulture,
                $"The {rule.Name} release was not published: {audit.Exact} counts that are not told could be computed from others, the first: {audit.Found[0]}. Yesterday's release stands. See docs/runbook-nightly.md."));
    }

    static DisclosureAudit Look(DuckDBConnection release, ToldRule rule, IReadOnlyList<DateOnly> nights, string? alone, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var asOf = Day(release);
        var (cells, hidden, exact, narrow, changed) = (0L, 0L, 0L, 0L, 0L);
        List<string> found = [];
        release.Execute("create or replace temp table retold (measure varchar, scope_code varchar, period_code varchar, dimension varchar, value_code varchar, told bigint)");
        foreach (var (scopes, withDistricts) in Systems(release, rule))
        {
            ct.ThrowIfCancellationRequested();
            var told = ReadSystem.Run(release, scopes, withDistricts, nights, alone);
            var system = new AuditSystem(told, rule, asOf);
            var left = alone is null ? system.Run() : HideMore.Run(told, system, rule);
            if (told.Retold.Count > 0) Note(release, told);
            changed += told.Retold.Count;
            cells += told.Kinds.Count(kind => !kind.IsSlack);
            hidden += told.Told.Zip(told.Kinds).Count(cell => cell.First is null && !cell.Second.IsSlack);
            exact += left.Count;
            narrow += system.Narrow;
            found.AddRange(left.Take(Math.Max(0, 10 - found.Count)).Select(cell => Name(release, cell)));
        }
        if (changed > 0)
            foreach (var statement in ToldColumns.Retell("retold")) release.Execute(statement);
        return new(rule.Name, asOf, nights.Count, cells, hidden, exact, narrow, changed, found, clock.Elapsed);
    }

    static void Note(DuckDBConnection release, ToldCells told)
    {
        release.Execute("create or replace temp table numbers (cell_no integer, told bigint)");
        using (var appender = release.CreateAppender("temp", "main", "numbers"))
            foreach (var cell in told.Retold) appender.CreateRow().AppendValue((int?)cell).AppendValue(told.Told[cell]).EndRow();
        release.Execute("insert into retold select measure, scope_code, period_code, dimension, value_code, n.told from numbers as n join cells using (cell_no)");
    }

    // As long as all fits, one system. Else the country with its provinces, and then provinces with their districts, some at a time:
    // of 81 provinces the country's total says next to nothing of one.
    static IEnumerable<(string Scopes, bool WithDistricts)> Systems(DuckDBConnection release, ToldRule rule)
    {
        if (rule == ToldRule.Ministry || release.Count("select count(*) from pub_types") <= FitsWhole)
        {
            yield return ("true", rule == ToldRule.Published);
            yield break;
        }
        yield return ("not starts_with(scope_code, 'ilce:')", false);
        List<string> batches = [];
        using (var rows = ReadSystem.Query(release, EmbeddedSql.Read("Disclosure/Audit/batches.sql")))
            while (rows.Read()) batches.Add(rows.GetString(0));
        foreach (var places in batches) yield return ($"scope_code in ({places})", true);
    }

    static string Name(DuckDBConnection release, FoundCell found)
    {
        using var rows = ReadSystem.Query(release, string.Create(CultureInfo.InvariantCulture,
            $"select concat_ws(' ', measure, scope_code, period_code, dimension, value_code) from cells where cell_no = {found.Cell}"));
        rows.Read();
        return $"{rows.GetString(0)} ({WarehousePaths.Name(found.AsOf)})";
    }

    static DateOnly Day(DuckDBConnection release)
    {
        using var rows = ReadSystem.Query(release, "select data_date from pub_meta");
        rows.Read();
        return rows.GetFieldValue<DateOnly>(0);
    }
}
