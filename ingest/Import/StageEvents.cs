using Npgsql;
using NpgsqlTypes;

namespace AcikKapi.Ingest.Import;

/// <summary>events.csv into import_events.</summary>
static class StageEvents
{
    static readonly string[] Events = ["received", "routed", "rerouted", "with_executive", "rejected", "referred", "answered", "reopened", "closed"];

    public static async Task<int> RunAsync(NpgsqlConnection connection, string path, ImportMap map, Rejects rejects, CancellationToken ct)
    {
        using var file = new ImportFile(path, map, ["external_id", "at", "event"]);
        await using var copy = await connection.BeginBinaryImportAsync("copy import_events from stdin (format binary)", ct);
        var row = new ImportRow(file, map, rejects);
        while (row.Read())
        {
            var (id, at) = (row.Text("external_id", 100, required: true), row.Time("at", required: true));
            var code = row.Code("event", c => Events.Contains(c, StringComparer.Ordinal), required: true);
            var unit = row.Text("unit_code", 40);
            if (code is "routed" or "rerouted" && unit is null) row.Reject("unit_code", "required where an application is routed");
            if (row.IsWrong) continue;
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(file.Line, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(id!, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(at!.Value, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(code!, NpgsqlDbType.Text, ct);
            if (unit is null) await copy.WriteNullAsync(ct);
            else await copy.WriteAsync(unit, NpgsqlDbType.Text, ct);
        }
        await copy.CompleteAsync(ct);
        return file.Rows;
    }
}
