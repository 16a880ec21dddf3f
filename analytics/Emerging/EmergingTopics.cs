using AcikKapi.Domain.Calendar;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Analytics.Emerging;

/// <summary>
/// The country's emerging topics as of a day, from raw texts that neither a person nor the machine gave a type. Of more than a hundred
/// thousand texts so many are looked at, chosen by a hash: persons and subjects are then counts of these.
/// </summary>
public static class EmergingTopics
{
    const int MostTexts = 100_000; // compared in memory, some 3 kB each

    /// <exception cref="Domain.UserError">Nothing was ingested.</exception>
    public static Emerging Run(WarehousePaths paths, DateOnly asOf, CancellationToken cancel = default)
    {
        if (!File.Exists(paths.Raw)) throw new Domain.UserError("Nothing has been ingested yet; run: ./acikkapi ingest");
        using var raw = DuckDb.Open(paths.Raw, readOnly: true);
        raw.Execute(EmbeddedSql.Read("Functions/local_day.sql"));
        var labels = Directory.Exists(paths.Labels) && Directory.EnumerateFiles(paths.Labels, "*.parquet").Any()
            ? $"read_parquet({DuckDb.Quote(Path.Combine(paths.Labels, "*.parquet"))})"
            : "(select 0 as province_code, 0 as application_id, '' as type_code, '' as model_version, date '1970-01-01' as labelled_on where false)";
        var rows = raw.Query<(string Text, string Person, DateOnly Day)>(
            EmbeddedSql.Read(typeof(EmergingTopics).Assembly, "Emerging/EmergingTopics.sql").Replace("$labels", labels, StringComparison.Ordinal),
            new { until = IstanbulTime.EndOfDay(asOf).UtcDateTime, days = FindEmerging.Days + FindEmerging.YearDays, most = MostTexts });
        return FindEmerging.Run([.. rows.Select(r => new UntypedText(r.Text, r.Person, r.Day))], asOf, cancel);
    }
}
