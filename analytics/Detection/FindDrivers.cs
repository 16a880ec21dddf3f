using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>
/// What a difference consists of, by unit, district, channel, type, province and group: the share of it that each has. A
/// channel that always has most cases explains nothing, so only parts are named whose share is well above their usual one.
/// </summary>
public static class FindDrivers
{
    const int MostKept = 6;

    /// <summary>Largest first; empty where no part stands out, or the parts are not known.</summary>
    public static IReadOnlyList<Driver> Run(DuckDBConnection warehouse, DetectorKind kind, Finding finding)
    {
        if (finding.Parts.Count > 0) return finding.Parts;
        var source = kind switch
        {
            DetectorKind.SuddenRise => "DriversOfCounts",
            DetectorKind.OverdueShare or DetectorKind.Reopening or DetectorKind.Repetition or DetectorKind.MissingInformation or DetectorKind.LowSatisfaction
                or DetectorKind.GoodPractice => "DriversOfShares",
            _ => null,
        };
        if (source is null) return [];
        Point(warehouse, finding);
        var judged = kind == DetectorKind.GoodPractice ? DetectorKind.OverdueShare : kind;
        var sql = Embedded.Sql("Drivers").Replace("$parts", Embedded.Sql(source), StringComparison.Ordinal).Replace("$judged", $"judged_{judged.Code()}", StringComparison.Ordinal);
        return [.. warehouse.Rows(sql, row => Named(row.GetString(0), row.GetString(1), row.Text(2), row.GetDouble(3))).Take(MostKept)];
    }

    // Of whom the finding speaks; null stands for all.
    static void Point(DuckDBConnection warehouse, Finding f)
    {
        var group = f.GroupCode?.Split(':', 2);
        warehouse.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            set variable of_province = {f.ProvinceCode?.ToString(CultureInfo.InvariantCulture) ?? "null::integer"};
            set variable of_district = {f.DistrictCode?.ToString(CultureInfo.InvariantCulture) ?? "null::integer"};
            set variable of_unit = {Text(f.UnitCode)};
            set variable of_type = {Text(f.TypeCode)};
            set variable of_dimension = {Text(group?[0])};
            set variable of_group = {Text(group?[1])};
            set variable of_expected = {f.Expected}::double;
            set variable from_on = {DuckDb.Literal(f.WindowStart)};
            set variable until_on = {DuckDb.Literal(f.WindowEnd)};
            """));
    }

    static string Text(string? code) => code is null ? "null::varchar" : DuckDb.Quote(code);

    static Driver Named(string dimension, string code, string? unit, double share)
    {
        var words = Vocabulary.Current;
        var name = dimension switch
        {
            "unit" => unit,
            "type" => words.Types.Find(code)?.NameTr,
            "channel" => words.Channels.Find(code)?.NameTr,
            "gender" => words.Genders.Find(code)?.NameTr,
            "age" => words.AgeBands.Find(code)?.NameTr,
            "circumstance" => "yaşlı, engelli, hasta, şehit yakını ve gaziler",
            "district" => words.Districts.Find(Number(code))?.Name,
            "province" => words.Provinces.Find(Number(code))?.Name,
            _ => null,
        };
        return new Driver(name ?? code, Math.Min(1, share)) { Dimension = dimension, Code = code };
    }

    static int Number(string code) => int.Parse(code, CultureInfo.InvariantCulture);
}
