using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AcikKapi.Reports.Text;
using DuckDB.NET.Data;

namespace AcikKapi.Dashboard.Releases;

/// <summary>What an officer's own query gave: at most <see cref="LockedQuery.MostRows"/> rows, or why there are none.</summary>
public sealed record QueryAnswer(IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Rows, bool HasMore, TimeSpan Took, string? Problem = null)
{
    public static QueryAnswer Refused(string problem) => new([], [], false, TimeSpan.Zero, problem);
}

/// <summary>
/// Runs one officer's own select on their place's file: a database of its own that is opened for it alone, read only, with no other file,
/// network or extension in reach and settings that cannot be changed; one statement, with limits on time, memory, processors and rows.
/// </summary>
static class LockedQuery
{
    public const int MostRows = 1000;
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    const string Limits = "ACCESS_MODE=READ_ONLY;threads=1;memory_limit=256MB;enable_external_access=false;autoinstall_known_extensions=false;autoload_known_extensions=false;allow_community_extensions=false;lock_configuration=true";

    // Two at a time: pages come first.
    static readonly SemaphoreSlim Seats = new(2);

    public static async Task<QueryAnswer> RunAsync(Cut cut, string sql, CancellationToken stop)
    {
        if (!await Seats.WaitAsync(Longest, stop)) return QueryAnswer.Refused("Şu anda başka sorgular çalışıyor. Biraz sonra yeniden deneyin.");
        try
        {
            return await Task.Run(() => Run(cut, sql, stop), stop);
        }
        finally
        {
            Seats.Release();
        }
    }

    static QueryAnswer Run(Cut cut, string sql, CancellationToken stop)
    {
        using var database = new DuckDBConnection($"Data Source={cut.LockedFile};{Limits}");
        database.Open();
        if (WhyNot(database, sql) is { } problem) return QueryAnswer.Refused(problem);
        using var command = database.CreateCommand();
        command.UseStreamingMode = true;
#pragma warning disable CA2100 // it is the officer's own, and this class is what keeps it within bounds
        command.CommandText = sql;
#pragma warning restore CA2100
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Longest);
        using var ending = limit.Token.Register(command.Cancel);
        var clock = Stopwatch.StartNew();
        try
        {
            return Read(command, clock);
        }
        catch (Exception error) when (limit.IsCancellationRequested && error is DuckDBException or OperationCanceledException)
        {
            return QueryAnswer.Refused($"Sorgu {Longest.TotalSeconds.ToString("0", Tr.Culture)} saniyede bitmedi ve durduruldu. Dönemi ya da yerleri daraltın.");
        }
        catch (DuckDBException error)
        {
            return QueryAnswer.Refused(error.Message);
        }
    }

    /// <summary>DuckDB's own parser says whether it is one select; null: it is.</summary>
    static string? WhyNot(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = "select json_serialize_sql($sql::varchar)::varchar";
        command.Parameters.Add(new DuckDBParameter("sql", sql));
        using var parsed = JsonDocument.Parse((string)command.ExecuteScalar()!);
        if (parsed.RootElement.GetProperty("error").GetBoolean())
            return parsed.RootElement.GetProperty("error_type").GetString() == "parser" ? parsed.RootElement.GetProperty("error_message").GetString() : "Yalnızca okuyan tek bir sorgu (select) çalıştırılır.";
        return parsed.RootElement.GetProperty("statements").GetArrayLength() == 1 ? null : "Bir seferde tek bir sorgu çalıştırılır.";
    }

    static QueryAnswer Read(DuckDBCommand command, Stopwatch clock)
    {
        using var rows = command.ExecuteReader();
        List<string?[]> read = [];
        var hasMore = false;
        while (rows.Read() && !(hasMore = read.Count == MostRows))
            read.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? null : Text(rows.GetValue(i)))]);
        return new QueryAnswer([.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)], read, hasMore, clock.Elapsed);
    }

    static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double number => number.ToString("0.######", Tr.Culture),
        System.Collections.IEnumerable list and not string => string.Join(", ", list.Cast<object?>().Take(50)),
        _ => Convert.ToString(value, Tr.Culture) ?? "",
    };
}
