using AcikKapi.Warehouse;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>The cases of a <see cref="RateDetector"/>, each with its expected share, added up by province, district and unit.</summary>
static class ReadRates
{
    /// <summary>Leaves the cases in the temporary table judged_KIND for <see cref="FindDrivers"/>.</summary>
    public static IReadOnlyList<RateRow> Run(DuckDBConnection warehouse, DetectorKind kind, DateOnly asOf, int weeks)
    {
        warehouse.SetWindow(asOf.AddDays(1 - 7 * weeks), asOf);
        warehouse.Execute($"create or replace temp table judged_{kind.Code()} as\n{Embedded.Sql("RateCases").Replace("$cases", Embedded.Sql(kind.ToString()), StringComparison.Ordinal)}");
        return warehouse.Rows(Embedded.Sql("RateSubjects").Replace("$judged", $"judged_{kind.Code()}", StringComparison.Ordinal), row => new RateRow(
            new RateSubject(row.GetInt32(0), row.Whole(1), row.Text(2)), row.Text(3), row.GetInt64(4), row.GetInt64(5), row.GetDouble(6), row.GetDouble(7)));
    }
}
