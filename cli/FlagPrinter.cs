using System.Data;
using System.Globalization;
using AcikKapi.Analytics.Detection;
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

    public static void Print(IReadOnlyList<Flag> flags, string format)
    {
        if (format == "json") Json.Print(flags.Select(flag => Columns.ToDictionary(c => c.Name, c => c.Value(flag), StringComparer.Ordinal)));
        else if (format == "csv") PrintCsv(flags);
        else PrintTable(flags);
    }

    static void PrintCsv(IReadOnlyList<Flag> flags)
    {
        using var rows = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var (name, _) in Columns) rows.Columns.Add(name, typeof(string));
        foreach (var flag in flags) rows.Rows.Add([.. Columns.Select(c => Convert.ToString(c.Value(flag), CultureInfo.InvariantCulture))]);
        using var writer = CsvDataWriter.Create(Console.Out);
        writer.Write(rows.CreateDataReader());
    }

    static void PrintTable(IReadOnlyList<Flag> flags)
    {
        var table = new Table().AddColumns("Place", "Type", "Window", "Observed", "Expected", "q", "Sentence");
        foreach (var f in flags)
            table.AddRow(f.ScopeCode, f.TypeCode ?? "", $"{Day(f.WindowStart)} – {Day(f.WindowEnd)}", f.Observed.ToString(CultureInfo.InvariantCulture),
                f.Expected.ToString("N1", CultureInfo.InvariantCulture), f.QValue.ToString("N4", CultureInfo.InvariantCulture), Markup.Escape(f.Sentence));
        AnsiConsole.Write(table);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
