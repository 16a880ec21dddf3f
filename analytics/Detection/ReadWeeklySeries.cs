using AcikKapi.Warehouse;
using Dapper;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>The star's applications as weekly series of every level.</summary>
public static class ReadWeeklySeries
{
    sealed record Row(string Family, int? ProvinceCode, int? DistrictCode, string? TypeCode, DateOnly WeekStart, int Applications);

    public static IReadOnlyList<WeeklySeries> Run(DuckDBConnection warehouse, DateOnly asOf)
    {
        var rows = Read(warehouse, asOf);
        if (rows.Count == 0) return [];
        var last = asOf.AddDays(1).DayNumber / 7 * 7 - 7; // Monday of the last week that has ended
        var firstOfPlace = rows.Where(r => r.ProvinceCode is not null)
            .GroupBy(r => r.ProvinceCode!.Value).ToDictionary(g => g.Key, g => g.Min(r => r.WeekStart.DayNumber));
        var firstOfAll = rows.Min(r => r.WeekStart.DayNumber);

        return [.. rows.GroupBy(r => new SeriesKey(r.Family, r.ProvinceCode, r.DistrictCode, r.TypeCode)).Select(series =>
        {
            // A province that began later has no empty weeks before, while a topic that nobody ever raised has: its first
            // cases are news. The first week may be half a week: left out.
            var from = 7 + (series.Key.ProvinceCode is { } place ? firstOfPlace[place] : firstOfAll);
            var counts = new int[Math.Max(0, (last - from) / 7 + 1)];
            foreach (var row in series)
                if (row.WeekStart.DayNumber >= from) counts[(row.WeekStart.DayNumber - from) / 7] = row.Applications;
            return new WeeklySeries(series.Key, DateOnly.FromDayNumber(last), counts);
        }).Where(s => s.Counts.Length > 0)];
    }

    static List<Row> Read(DuckDBConnection warehouse, DateOnly asOf)
    {
        using var reader = warehouse.ExecuteReader(EmbeddedSql.Read(typeof(ReadWeeklySeries).Assembly, "Detection/SuddenRise.sql"), new { as_of = asOf.ToDateTime(TimeOnly.MinValue) });
        var rows = new List<Row>();
        while (reader.Read())
            rows.Add(new Row(
                reader.GetString(0), Whole(reader, 1), Whole(reader, 2), reader.IsDBNull(3) ? null : reader.GetString(3),
                DateOnly.FromDateTime(reader.GetDateTime(4)), reader.GetInt32(5)));
        return rows;
    }

    static int? Whole(System.Data.IDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Convert.ToInt32(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);
}
