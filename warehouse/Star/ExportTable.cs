using System.Diagnostics;
using System.Globalization;
using System.Text;
using AcikKapi.Domain;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;
using MiniExcelLibs;

namespace AcikKapi.Warehouse;

/// <summary>
/// One table of a release as a file for others: CSV (UTF-8 with BOM), Excel, Parquet, or an Arrow IPC file. Its last two columns
/// say of which day the data is, and that it is sample data where it is: a file travels without the page it came from.
/// </summary>
public static class ExportTable
{
    const int LongestSheetName = 31;

    const string WhatItIs = "(select data_date from pub_meta) as data_date, (select if(has_simulated, 'ÖRNEK VERİ', '') from pub_meta) as data_note";

    public static readonly IReadOnlyList<string> Formats = ["csv", "xlsx", "parquet", "arrow"];

    /// <summary>
    /// <paramref name="table"/> as in the release (pub_types), or shorter (types). RowsIn and RowsOut: its rows. Throws
    /// <see cref="UserError"/> where nothing is published or table or format is unknown. The file appears whole or not at all.
    /// </summary>
    public static async Task<StepResult> RunAsync(
        WarehousePaths paths, string table, string format, string file, bool ministry = false, bool decimalComma = false, CancellationToken ct = default)
    {
        var source = ministry ? paths.Ministry : paths.Published;
        if (!File.Exists(source)) throw new UserError("Nothing is published yet: run `nightly` first.");
        using var release = DuckDb.Open(source, readOnly: true);
        return await RunAsync(release, table, format, file, decimalComma, ct);
    }

    /// <summary>The same of a release that is open already.</summary>
    public static async Task<StepResult> RunAsync(DuckDBConnection release, string table, string format, string file, bool decimalComma, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        if (!Formats.Contains(format, StringComparer.Ordinal))
            throw new UserError($"Unknown format '{format}'; there are {string.Join(", ", Formats)}.");
        var name = FindTable(release, table);
        var beside = file + ".new";
        try
        {
            if (format == "arrow") await WriteArrowAsync(release, name, beside, ct);
            else if (format == "parquet") release.Execute($"copy (select {AndWhatItIs(name, "*")} from {name}) to {DuckDb.Quote(beside)} (format parquet)");
            else if (format == "xlsx") await WriteExcelAsync(release, name, beside, ct);
            else WriteCsv(release, name, beside, decimalComma);
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
        var rows = release.Count($"select count(*) from {name}");
        return new StepResult("export", rows, rows, clock.Elapsed);
    }

    /// <summary>Tables of a release, pub_* first.</summary>
    static string FindTable(DuckDBConnection release, string table)
    {
        var names = Texts(release, "select table_name from duckdb_tables() where schema_name = 'main' order by table_name like 'dim_%', table_name");
        return names.Find(n => n == table || n == $"pub_{table}")
            ?? throw new UserError($"No table '{table}' is published; there are {string.Join(", ", names)}.");
    }

    /// <summary>The table's columns as a spreadsheet may have them.</summary>
    static string Cells(DuckDBConnection release, string table, bool decimalComma = false)
    {
        var columns = Texts(release, $"select column_name || ' ' || data_type from duckdb_columns() where table_name = '{table}' order by column_index");
        var cells = string.Join(", ", columns.Select(c => c.Split(' ', 2)).Select(c => c[1] switch
        {
            // A text that a spreadsheet would take for a formula is told apart by an apostrophe (P26).
            "VARCHAR" => $@"if(regexp_matches({c[0]}, '^[=+\-@\t\r]'), '''' || {c[0]}, {c[0]}) as {c[0]}",
            // Counts are the only whole numbers of 64 bits; a hidden one is a star, as on paper.
            "BIGINT" when table.StartsWith("pub_", StringComparison.Ordinal) => $"coalesce({c[0]}::varchar, '*') as {c[0]}",
            "DOUBLE" or "FLOAT" when decimalComma => $"replace({c[0]}::varchar, '.', ',') as {c[0]}",
            var type when decimalComma && type.StartsWith("DECIMAL", StringComparison.Ordinal) => $"replace({c[0]}::varchar, '.', ',') as {c[0]}",
            _ => c[0],
        }));
        return AndWhatItIs(table, cells);
    }

    static string AndWhatItIs(string table, string columns) => table == "pub_meta" ? columns : $"{columns}, {WhatItIs}";

    // A decimal comma needs another separator: both are what a Turkish spreadsheet expects.
    static void WriteCsv(DuckDBConnection release, string table, string file, bool decimalComma)
    {
        var plain = file + ".plain";
        try
        {
            release.Execute($"copy (select {Cells(release, table, decimalComma)} from {table}) to {DuckDb.Quote(plain)} (format csv, header true, delimiter '{(decimalComma ? ';' : ',')}')");
            using var target = File.Create(file);
            target.Write(Encoding.UTF8.Preamble);
            using var rows = File.OpenRead(plain);
            rows.CopyTo(target);
        }
        finally
        {
            File.Delete(plain);
        }
    }

    static async Task WriteExcelAsync(DuckDBConnection release, string table, string file, CancellationToken ct)
    {
        using var command = release.CreateCommand();
#pragma warning disable CA2100 // a table found in the release's own list, and its columns
        command.CommandText = $"select {Cells(release, table)} from {table}";
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        await using var target = File.Create(file);
        await target.SaveAsAsync(Rows(rows), sheetName: table.Length > LongestSheetName ? table[..LongestSheetName] : table, cancellationToken: ct);
    }

    static IEnumerable<Dictionary<string, object?>> Rows(DuckDBDataReader rows)
    {
        while (rows.Read())
            yield return Enumerable.Range(0, rows.FieldCount).ToDictionary(rows.GetName, i => Cell(rows, i));
    }

    /// <summary>Counts were made text for their stars: a spreadsheet should add up those that are numbers.</summary>
    static object? Cell(DuckDBDataReader rows, int i)
    {
        if (rows.IsDBNull(i)) return null;
        var value = rows.GetValue(i);
        return value switch
        {
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && !rows.GetName(i).EndsWith("_code", StringComparison.Ordinal) => count,
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            _ => value,
        };
    }

    static async Task WriteArrowAsync(DuckDBConnection release, string table, string file, CancellationToken ct)
    {
        using var command = release.CreateCommand();
#pragma warning disable CA2100 // a table found in the release's own list
        command.CommandText = $"select {AndWhatItIs(table, "*")} from {table}";
#pragma warning restore CA2100
        using var batches = command.ExecuteArrowStream();
        await using var target = File.Create(file);
        using var writer = new ArrowFileWriter(target, batches.Schema);
        await writer.WriteStartAsync(ct);
        while (await batches.ReadNextRecordBatchAsync(ct) is { } batch)
            using (batch) await writer.WriteRecordBatchAsync(batch, ct);
        await writer.WriteEndAsync(ct);
    }

    static List<string> Texts(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant but for a table found in the release's own list
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        List<string> texts = [];
        while (rows.Read()) texts.Add(rows.GetString(0));
        return texts;
    }
}
