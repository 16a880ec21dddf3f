using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;
using Npgsql;
using NpgsqlTypes;

namespace AcikKapi.Ingest.Import;

/// <summary>applications.csv into import_applications.</summary>
static class StageApplications
{
    const string TipOff = "tip_off";
    const int OldestAge = 120;
    const int LongestText = 10_000;

    static readonly string[] Outcomes = [.. Vocabulary.Current.Outcomes.Codes];

    public static async Task<(int Read, int TextsLeftOut)> RunAsync(NpgsqlConnection connection, string path, ImportMap map, Rejects rejects, CancellationToken ct)
    {
        using var file = new ImportFile(path, map, ["external_id", "kind", "channel", "province_code", "received_at"]);
        await using var copy = await connection.BeginBinaryImportAsync("copy import_applications from stdin (format binary)", ct);
        var row = new ImportRow(file, map, rejects);
        var left = 0;
        while (row.Read())
        {
            if (Read(row, ref left) is not { } a) continue;
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(file.Line, NpgsqlDbType.Integer, ct);
            foreach (var text in new[] { a.ExternalId, a.Kind, a.Channel, a.Type }) await WriteAsync(text, NpgsqlDbType.Text);
            await copy.WriteAsync((short)a.Province, NpgsqlDbType.Smallint, ct);
            await WriteAsync(a.District, NpgsqlDbType.Integer);
            await WriteAsync(a.Unit, NpgsqlDbType.Text);
            foreach (var at in new[] { a.Received, a.Routed, a.Answered, a.Closed }) await WriteAsync(at, NpgsqlDbType.TimestampTz);
            foreach (var text in new[] { a.Outcome, a.Gender, a.AgeBand, a.Education, a.Employment }) await WriteAsync(text, NpgsqlDbType.Text);
            await copy.WriteAsync(a.Circumstances, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
            await WriteAsync((short?)a.Satisfaction, NpgsqlDbType.Smallint);
            await WriteAsync(a.Text, NpgsqlDbType.Text);
            await WriteAsync(a.Text is null ? null : Scrubber.Scrub(a.Text), NpgsqlDbType.Text);
            await copy.WriteAsync(TrackingNumber.Create(a.Province), NpgsqlDbType.Text, ct);
        }
        await copy.CompleteAsync(ct);
        return (file.Rows, left);

        async Task WriteAsync<T>(T? value, NpgsqlDbType type)
        {
            if (value is null) await copy.WriteNullAsync(ct);
            else await copy.WriteAsync(value, type, ct);
        }
    }

    sealed record Application(
        string ExternalId, string Kind, string Channel, string? Type, int Province, int? District, string? Unit,
        DateTime? Received, DateTime? Routed, DateTime? Answered, DateTime? Closed, string? Outcome,
        string? Gender, string? AgeBand, string? Education, string? Employment, string[] Circumstances, int? Satisfaction, string? Text);

    /// <summary>Null where anything is wrong.</summary>
    static Application? Read(ImportRow row, ref int left)
    {
        var words = Vocabulary.Current;
        var id = row.Text("external_id", 100, required: true);
        var kind = row.Code("kind", words.Kinds.Contains, required: true);
        var channel = row.Code("channel", words.Channels.Contains, required: true);
        var type = row.Code("type_code", words.Types.Contains);
        var province = row.Number("province_code", 1, 81, required: true);
        var district = row.District("district_code", province);
        var unit = row.Text("unit_code", 40);
        var (received, routed, answered, closed) = (row.Time("received_at", required: true), row.Time("routed_at"), row.Time("answered_at"), row.Time("closed_at"));
        var outcome = row.Code("outcome", code => Outcomes.Contains(code, StringComparer.Ordinal));
        var (gender, education, employment) = (row.Code("gender", words.Genders.Contains), row.Code("education", words.EducationLevels.Contains), row.Code("employment", words.EmploymentStatuses.Contains));
        var born = row.Number("birth_year", 1890, 2100);
        var circumstances = Circumstances(row);
        var satisfaction = row.Number("satisfaction", 1, 5);
        var text = row.Text("text", LongestText);

        var band = received is { } at && born is { } year ? Band(row, year, IstanbulTime.DayOf(at)) : null;
        InOrder(row, received, ("routed_at", routed), ("answered_at", answered), ("closed_at", closed));
        if (row.IsWrong) return null;
        if (kind == TipOff && text is not null) (left, text) = (left + 1, null);
        return new Application(id!, kind!, channel!, type, province!.Value, district, unit,
            kind == TipOff ? Day(received) : received, kind == TipOff ? Day(routed) : routed, kind == TipOff ? Day(answered) : answered, kind == TipOff ? Day(closed) : closed,
            outcome, gender, band, education, employment, circumstances, satisfaction, text);
    }

    /// <summary>A tip-off's times are days.</summary>
    internal static DateTime? Day(DateTime? at) => at is { } instant ? IstanbulTime.StartOfDay(IstanbulTime.DayOf(instant)).UtcDateTime : null;

    static void InOrder(ImportRow row, DateTime? received, params (string Column, DateTime? At)[] stages)
    {
        var before = received;
        foreach (var (column, at) in stages)
        {
            if (at < before) row.Reject(column, "before the stage that comes before it");
            before = at ?? before;
        }
    }

    static string? Band(ImportRow row, int year, DateOnly day)
    {
        if (year <= day.Year && year >= day.Year - OldestAge) return AgeBand.Of(year, day).Code;
        return row.Reject("birth_year", "no possible age on the day of receipt");
    }

    static string[] Circumstances(ImportRow row)
    {
        var codes = row.Text("circumstances", 200)?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (codes.Any(c => !Vocabulary.Current.Circumstances.Contains(c))) row.Reject("circumstances", "not codes of the list joined by |");
        return [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
