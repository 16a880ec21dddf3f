using System.Globalization;
using Dapper;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>The star's applications as weekly series of every level.</summary>
public static class ReadWeeklySeries
{
    sealed record Row(SeriesKey Key, DateOnly WeekStart, int Applications);

    public static IReadOnlyList<WeeklySeries> Run(DuckDBConnection warehouse, DateOnly asOf)
    {
        List<Row> rows = [.. Read(warehouse, "SuddenRise", asOf), .. Read(warehouse, "SuddenRiseOfGroups", asOf)];
        if (rows.Count == 0) return [];
        var last = asOf.AddDays(1).DayNumber / 7 * 7 - 7; // Monday of the last week that has ended
        var firstOfPlace = rows.Where(r => r.Key.ProvinceCode is not null)
            .GroupBy(r => r.Key.ProvinceCode!.Value).ToDictionary(g => g.Key, g => g.Min(r => r.WeekStart.DayNumber));
        var firstOfAll = rows.Min(r => r.WeekStart.DayNumber);

        return [.. rows.GroupBy(r => r.Key).Select(series =>
        {
            // A province or unit that began later has no empty weeks before, while a topic that nobody ever raised has: its
            // first cases are news. The first week may be half a week: left out.
            var from = 7 + (series.Key switch
            {
                { UnitCode: not null } => series.Min(r => r.WeekStart.DayNumber),
                { ProvinceCode: { } place } => firstOfPlace[place],
                _ => firstOfAll,
            });
            var counts = new int[Math.Max(0, (last - from) / 7 + 1)];
            foreach (var row in series)
                if (row.WeekStart.DayNumber >= from) counts[(row.WeekStart.DayNumber - from) / 7] = row.Applications;
            return new WeeklySeries(series.Key, DateOnly.FromDayNumber(last), counts);
        }).Where(s => s.Counts.Length > 0)];
    }

    public static IReadOnlyDictionary<string, string> UnitNames(DuckDBConnection warehouse) =>
        warehouse.Query<(string Code, string Name)>("select unit_code, name from dim_unit").ToDictionary(u => u.Code, u => u.Name, StringComparer.Ordinal);

    static List<Row> Read(DuckDBConnection warehouse, string name, DateOnly asOf) => warehouse.Rows(
        Embedded.Sql(name),
        row => new Row(
            new SeriesKey(row.GetString(0), Whole(row.GetValue(1)), Whole(row.GetValue(2)), row.Text(3), row.Text(6), row.Text(7)),
            DateOnly.FromDateTime(row.GetDateTime(4)), row.GetInt32(5)),
        new { as_of = asOf.ToDateTime(TimeOnly.MinValue) });

    // The star has provinces as smallint, districts as integer.
    static int? Whole(object value) => value is DBNull ? null : Convert.ToInt32(value, CultureInfo.InvariantCulture);
}
