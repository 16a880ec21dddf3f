using System.Data;
using System.Globalization;
using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Evidence;
using Spectre.Console;
using Sylvan.Data.Csv;

namespace AcikKapi.Cli;

/// <summary>Flags as the outside contract names their columns; dates as text, so that every format writes them alike.</summary>
static class FlagPrinter
{
    static readonly (string Name, Func<Flag, object?> Value)[] Columns =
    [
        ("detector", f => f.Detector), ("direction", f => f.Direction), ("level", f => f.Level), ("place_code", f => f.PlaceCode),
        ("district_code", f => f.DistrictCode), ("unit_code", f => f.UnitCode), ("type_code", f => f.TypeCode), ("group_code", f => f.GroupCode),
        ("window_start", f => Day(f.WindowStart)), ("window_end", f => Day(f.WindowEnd)),
        ("observed", f => f.Observed), ("expected", f => f.Expected), ("ratio", f => f.Ratio), ("low", f => f.Low), ("high", f => f.High),
        ("p_value", f => f.PValue), ("q_value", f => f.QValue), ("sentence", f => f.Sentence),
    ];

    static readonly (string Name, Func<Matter, object?> Value)[] LedgerColumns =
    [
        ("flag_id", m => m.FlagId), ("state", m => m.State), ("first_seen", m => Day(m.FirstSeen)), ("last_seen", m => Day(m.LastSeen)),
        ("ended_on", m => m.EndedOn is { } day ? Day(day) : null), ("nights", m => m.Nights), ("episode", m => m.EpisodeNo), ("since", m => Day(m.Since)),
        ("detector", m => m.Detector), ("direction", m => m.Direction), ("level", m => m.Level), ("scope_code", m => m.ScopeCode),
        ("unit_code", m => m.UnitCode), ("type_code", m => m.TypeCode), ("group_code", m => m.GroupCode), ("ratio", m => m.Ratio),
        ("q_value", m => m.QValue), ("sentence", m => m.Sentence),
    ];

    public static void Print(IReadOnlyList<Flag> flags, string format)
    {
        if (format == "table") PrintTable(flags);
        else Print(flags, Columns, format);
    }

    public static void Print(IReadOnlyList<Matter> ledger, string format)
    {
        if (format == "table") PrintTable(ledger);
        else Print(ledger, LedgerColumns, format);
    }

    static void Print<T>(IReadOnlyList<T> rows, (string Name, Func<T, object?> Value)[] columns, string format)
    {
        if (format == "json") Json.Print(rows.Select(row => columns.ToDictionary(c => c.Name, c => c.Value(row), StringComparer.Ordinal)));
        else PrintCsv(rows, columns);
    }

    static void PrintCsv<T>(IReadOnlyList<T> rows, (string Name, Func<T, object?> Value)[] columns)
    {
        using var texts = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (name, _) in columns) texts.Columns.Add(name, typeof(string));
        foreach (var row in rows) texts.Rows.Add([.. columns.Select(c => Convert.ToString(c.Value(row), CultureInfo.InvariantCulture))]);
        using var writer = CsvDataWriter.Create(Console.Out);
        writer.Write(texts.CreateDataReader());
    }

    static void PrintTable(IReadOnlyList<Flag> flags)
    {
        var table = new Table().AddColumns("Place", "Type", "Window", "Observed", "Expected", "q", "Sentence");
        foreach (var f in flags)
            table.AddRow(f.ScopeCode, f.TypeCode ?? "", $"{Day(f.WindowStart)} – {Day(f.WindowEnd)}", f.Observed.ToString(CultureInfo.InvariantCulture),
                f.Expected.ToString("N1", CultureInfo.InvariantCulture), f.QValue.ToString("N4", CultureInfo.InvariantCulture), Markup.Escape(f.Sentence));
        AnsiConsole.Write(table);
    }

    static void PrintTable(IReadOnlyList<Matter> ledger)
    {
        var table = new Table().AddColumns("State", "Place", "Type", "First seen", "Last seen", "Nights", "Sentence");
        foreach (var m in ledger)
            table.AddRow(m.State, m.ScopeCode, m.TypeCode ?? "", Day(m.FirstSeen), Day(m.LastSeen), m.Nights.ToString(CultureInfo.InvariantCulture), Markup.Escape(m.Sentence));
        AnsiConsole.Write(table);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
