using AcikKapi.Analytics.Statistics;
using AcikKapi.Domain.Text;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>A group against the others of the same answer ("gender", "age" …), within province and heading (Mantel–Haenszel).</summary>
/// <param name="Variance">Of Observed − Expected, hypergeometric, widened by how much districts of a SEGE tier differ.</param>
/// <param name="RateRatio">The group's risk over the others', pooled over the strata.</param>
/// <param name="LogError">Standard error of its logarithm (Greenland and Robins 1985).</param>
public sealed record GroupRow(int? ProvinceCode, string Cause, string Group, long Cases, long Observed, double Expected, double Variance, double RateRatio, double LogError);

/// <summary>
/// Groups of applicants, and SEGE tiers of districts, that meet more late answers, rejections, reopenings or low marks than
/// others with like matters in the same place. Each cause by itself: a rate ratio with its interval, never a mean of them.
/// </summary>
public sealed class Disparity : IDetector
{
    const int Weeks = 26;
    const int FewestCases = 50;
    const double LeastRatio = 1.2;
    const double Z95 = 1.959963984540054;

    static readonly (DetectorKind Kind, string Cause)[] Causes =
    [
        (DetectorKind.OverdueShare, "overdue"), (DetectorKind.MissingInformation, "rejected"), (DetectorKind.Reopening, "reopened"), (DetectorKind.LowSatisfaction, "dissatisfied"),
    ];

    public DetectorKind Kind => DetectorKind.Disparity;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) =>
        Judge([.. Causes.SelectMany(cause => Read(warehouse, cause.Kind, cause.Cause, asOf))], asOf);

    public static IReadOnlyList<Finding> Judge(IReadOnlyList<GroupRow> rows, DateOnly asOf) =>
        [.. rows.Where(r => r.Cases >= FewestCases && r.Variance > 0 && r.Expected > 1 && double.IsFinite(r.LogError)).Select(r => Found(r, asOf))];

    static Finding Found(GroupRow r, DateOnly asOf)
    {
        var width = Z95 * Math.Sqrt(r.Variance);
        var (low, high) = (r.RateRatio * Math.Exp(-Z95 * r.LogError), r.RateRatio * Math.Exp(Z95 * r.LogError));
        return new Finding(
            r.ProvinceCode is null ? "country_group" : "province_group", Finding.Problem, r.ProvinceCode, null, null, asOf.AddDays(1 - 7 * Weeks), asOf,
            r.Observed, r.Expected, Math.Max(0, r.Expected - width), r.Expected + width,
            r.RateRatio < LeastRatio ? 1 : Normal.Above((r.Observed - r.Expected - 0.5) / Math.Sqrt(r.Variance)))
        {
            GroupCode = $"{r.Cause}|{r.Group}",
            Note = string.Create(TurkishText.Culture, $"Aynı yerde aynı konularda ötekilere göre {r.RateRatio:0.0} kat (%95 olasılıkla {low:0.0}–{high:0.0}); neden olduğunu sayılar söylemez."),
        };
    }

    static List<GroupRow> Read(DuckDBConnection warehouse, DetectorKind kind, string cause, DateOnly asOf)
    {
        ReadRates.Run(warehouse, kind, asOf, Weeks);
        return [.. new[] { nameof(Disparity), "SegeGap" }.SelectMany(file => warehouse.Rows(
            Embedded.Sql(file).Replace("$judged", $"judged_{kind.Code()}", StringComparison.Ordinal),
            row => new GroupRow(
                row.Whole(0), cause, row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetDouble(4), row.GetDouble(5),
                row.IsDBNull(6) ? double.NaN : row.GetDouble(6), row.IsDBNull(7) ? double.NaN : row.GetDouble(7))))];
    }
}
