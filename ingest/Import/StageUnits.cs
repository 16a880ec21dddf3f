using AcikKapi.Domain.Reference;
using Npgsql;
using NpgsqlTypes;

namespace AcikKapi.Ingest.Import;

/// <summary>units.csv into import_units.</summary>
static class StageUnits
{
    public static async Task<int> RunAsync(NpgsqlConnection connection, string path, ImportMap map, Rejects rejects, CancellationToken ct)
    {
        using var file = new ImportFile(path, map, ["unit_code", "name", "institution", "kind", "province_code"]);
        await using var copy = await connection.BeginBinaryImportAsync("copy import_units from stdin (format binary)", ct);
        var (row, seen) = (new ImportRow(file, map, rejects), new HashSet<string>(StringComparer.Ordinal));
        while (row.Read())
        {
            var code = row.Text("unit_code", 40, required: true);
            var (name, institution) = (row.Text("name", 200, required: true), row.Text("institution", 200, required: true));
            var kind = row.Code("kind", Vocabulary.Current.UnitKinds.Contains, required: true);
            var province = row.Number("province_code", 1, 81, required: true);
            var district = row.District("district_code", province);
            if (code is not null && !seen.Add(code)) row.Reject("unit_code", "stands twice in the file");
            if (row.IsWrong) continue;
            await copy.StartRowAsync(ct);
            foreach (var text in new[] { code, name, institution, kind }) await copy.WriteAsync(text!, NpgsqlDbType.Text, ct);
            await copy.WriteAsync((short)province!, NpgsqlDbType.Smallint, ct);
            if (district is { } d) await copy.WriteAsync(d, NpgsqlDbType.Integer, ct);
            else await copy.WriteNullAsync(ct);
        }
        await copy.CompleteAsync(ct);
        return file.Rows;
    }
}
