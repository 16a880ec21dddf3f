using System.Diagnostics;
using AcikKapi.Domain;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using Npgsql;
using NpgsqlTypes;

namespace AcikKapi.Ingest.Import;

/// <param name="Read">Rows of the file; new, corrected, unchanged and rejected ones add up to it (of events: loaded and rejected).</param>
public sealed record Imported(int Read, int New, int Corrected, int Unchanged, int Rejected);

/// <summary>What one import did.</summary>
/// <param name="TextsLeftOut">Of tip-offs: their words belong in a sealed box, which only the intake's own door makes.</param>
public sealed record ImportResult(Imported Units, Imported Applications, Imported Events, int TextsLeftOut, TimeSpan Took);

/// <summary>
/// History from elsewhere into the intake database, in one transaction: units, applications, and their events where a file has
/// them (else from the stage columns). Wrong rows go to rejects.csv, the rest is loaded; the same file again changes nothing;
/// a known external_id with other content is a correction, which is logged.
/// </summary>
public static class ImportHistory
{
    /// <exception cref="UserError">A file is missing or unreadable, or the database is away; nothing was loaded.</exception>
    public static async Task<ImportResult> RunAsync(
        NpgsqlDataSource owner, string? units, string applications, string? events, ImportMap map, Rejects rejects, CancellationToken ct = default)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await using var connection = await owner.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await RunAsync(connection, "stage", ct);
            await StageDeadlines(connection, ct);
            var unitsRead = units is null ? 0 : await StageUnits.RunAsync(connection, units, map, rejects, ct);
            var (applicationsRead, left) = await StageApplications.RunAsync(connection, applications, map, rejects, ct);
            var eventsRead = events is null ? 0 : await StageEvents.RunAsync(connection, events, map, rejects, ct);

            var changedUnits = await RunAsync(connection, "load_units", ct);
            await RunAsync(connection, "index_staged", ct);
            await RejectAsync(connection, "find_rejects", applications, events, rejects, ct);
            await RunAsync(connection, "write_logs", ct);
            await RejectAsync(connection, "find_broken_logs", applications, events, rejects, ct);
            await RunAsync(connection, "hash_content", ct);
            await RejectAsync(connection, "find_worked_on", applications, events, rejects, ct);
            var (isNew, corrected, unchanged, loadedEvents) = await LoadAsync(connection, ct);
            var result = new ImportResult(
                Of(units, unitsRead, changedUnits, 0, unitsRead - Rejected(units) - changedUnits),
                Of(applications, applicationsRead, isNew, corrected, unchanged),
                Of(events, eventsRead, loadedEvents, 0, eventsRead - Rejected(events) - loadedEvents), left, clock.Elapsed);
            await NoteAsync(connection, result, ct);
            await transaction.CommitAsync(ct);
            return result with { Took = clock.Elapsed };
        }
        catch (PostgresException error)
        {
            throw new UserError($"The intake database refused the import ({error.SqlState}); nothing was loaded.", error);
        }
        catch (NpgsqlException error)
        {
            throw new UserError("The intake database cannot be reached; nothing was loaded. Start it with `up`.", error);
        }

        int Rejected(string? file) => file is null ? 0 : rejects.Of(Path.GetFileName(file));
        Imported Of(string? file, int read, int isNew, int corrected, int unchanged) => new(read, isNew, corrected, unchanged, Rejected(file));
    }

    /// <summary>The 7th working day after each day, province by province because of leave.</summary>
    static async Task StageDeadlines(NpgsqlConnection connection, CancellationToken ct)
    {
        var leave = new List<(short? Province, DateOnly Day)>();
        await using (var command = new NpgsqlCommand("select province_code, leave_on from intake.administrative_leave", connection))
        await using (var rows = await command.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct)) leave.Add((rows.IsDBNull(0) ? null : rows.GetInt16(0), rows.GetFieldValue<DateOnly>(1)));

        await using var copy = await connection.BeginBinaryImportAsync("copy import_deadlines from stdin (format binary)", ct);
        foreach (var province in Vocabulary.Current.Provinces.Select(p => (short)p.Code))
        {
            var calendar = WorkingCalendar.Turkey.With(leave.Where(l => l.Province is null || l.Province == province).Select(l => new DayOff(l.Day, "")));
            for (var day = calendar.FirstDay; day <= calendar.LastDay.AddMonths(-1); day = day.AddDays(1))
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(province, NpgsqlDbType.Smallint, ct);
                await copy.WriteAsync(day, NpgsqlDbType.Date, ct);
                await copy.WriteAsync(calendar.Deadline(day), NpgsqlDbType.Date, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    static async Task RejectAsync(NpgsqlConnection connection, string query, string applications, string? events, Rejects rejects, CancellationToken ct)
    {
        await using (var command = Command(connection, query))
        await using (var rows = await command.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct))
                rejects.Add(Path.GetFileName(rows.GetString(0) == "events" ? events! : applications), rows.GetInt32(1), rows.GetString(2), rows.GetString(3));
        await RunAsync(connection, "remove_rejected", ct);
    }

    static async Task<(int New, int Corrected, int Unchanged, int Events)> LoadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var corrected = await RunAsync(connection, "correct_applications", ct);
        var isNew = await RunAsync(connection, "insert_applications", ct);
        await RunAsync(connection, "insert_events", ct);
        await using var command = Command(connection, "count_loaded");
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (isNew, corrected, row.GetInt32(0) - isNew - corrected, row.GetInt32(1));
    }

    static async Task NoteAsync(NpgsqlConnection connection, ImportResult result, CancellationToken ct)
    {
        await using var command = Command(connection, "note_import");
        foreach (var (name, value) in new[]
        {
            ("units", result.Units.New), ("applications", result.Applications.New), ("corrections", result.Applications.Corrected), ("events", result.Events.New),
            ("rejected", result.Units.Rejected + result.Applications.Rejected + result.Events.Rejected),
        })
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task<int> RunAsync(NpgsqlConnection connection, string file, CancellationToken ct)
    {
        await using var command = Command(connection, file);
        return await command.ExecuteNonQueryAsync(ct);
    }

#pragma warning disable CA2100 // the text of an embedded file
    static NpgsqlCommand Command(NpgsqlConnection connection, string file) =>
        new(EmbeddedSql.Read(typeof(ImportHistory).Assembly, $"Import/{file}.sql"), connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
}
