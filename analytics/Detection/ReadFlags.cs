using AcikKapi.Domain;
using AcikKapi.Warehouse;
using Dapper;

namespace AcikKapi.Analytics.Detection;

/// <summary>What was flagged in a night, with the exact numbers.</summary>
public static class ReadFlags
{
    /// <param name="asOf">Null: the last published night. An earlier night comes from kept/flags.</param>
    /// <exception cref="UserError">No night, or not this one, has been run.</exception>
    public static IReadOnlyList<Flag> Run(WarehousePaths paths, DateOnly? asOf)
    {
        if (asOf is { } night) return Read(":memory:", $"read_parquet({DuckDb.Quote(Kept(paths, night))})");
        if (!File.Exists(paths.Warehouse)) throw new UserError("Nothing has been flagged yet; run: ./acikkapi nightly");
        return Read(paths.Warehouse, "flags");
    }

    static string Kept(WarehousePaths paths, DateOnly night)
    {
        var file = Path.Combine(paths.Flags, $"{WarehousePaths.Name(night)}.parquet");
        return File.Exists(file)
            ? file
            : throw new UserError($"No flags of {WarehousePaths.Name(night)}; run: ./acikkapi nightly --as-of {WarehousePaths.Name(night)}");
    }

    static List<Flag> Read(string database, string table)
    {
        using var connection = DuckDb.Open(database, readOnly: database != ":memory:");
        var sql = EmbeddedSql.Read(typeof(ReadFlags).Assembly, "Detection/ReadFlags.sql").Replace("$flags", table, StringComparison.Ordinal);
        return [.. connection.Query(sql).Select(Flag)];
    }

    static Flag Flag(dynamic row) => new(
        (string)row.detector, (string)row.direction, (string)row.level, (string)row.place_code, (string?)row.district_code,
        (string?)row.unit_code, (string?)row.type_code, (string?)row.group_code, Day(row.window_start), Day(row.window_end),
        (long)row.observed, (double)row.expected, (double)row.ratio, (double)row.low, (double)row.high,
        (double)row.p_value, (double)row.q_value, (string)row.sentence)
    {
        FlagId = (string)row.flag_id,
        AsOf = Day(row.as_of),
        ScopeCode = (string)row.scope_code,
        Counted = (string)row.counted,
    };

    static DateOnly Day(object value) => value is DateOnly day ? day : DateOnly.FromDateTime((DateTime)value);
}
