using AcikKapi.Analytics.Statistics;
using AcikKapi.Domain.Text;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>How long a unit's cases of a heading waited, in the year before the window and in it.</summary>
public sealed record UnitAges(int ProvinceCode, string UnitCode, string? UnitName, string HeadingCode, IReadOnlyList<AgeRow> Before, IReadOnlyList<AgeRow> Recent);

/// <summary>
/// A unit, or a province's units together, that answers more slowly in the last eight weeks than in the year before: log-rank
/// over working days since the routing, by heading. Cases still open count until today and those handed to another unit until
/// then: who closes the easy ones only is not quick. All units together say how much speed changes by itself.
/// </summary>
public sealed class SlowAnswering : IDetector
{
    const int WindowWeeks = 8;
    const double FewestExpected = 10;
    const double NotWorthTelling = 0.8; // answers against expected: a tenth slower is no news even where it is sure
    const int FewestUnits = 10; // to see how they scatter
    const double PartToName = 0.15;

    public DetectorKind Kind => DetectorKind.SlowAnswering;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) => Judge(Read(warehouse, asOf), asOf);

    public static IReadOnlyList<Finding> Judge(IReadOnlyCollection<UnitAges> ages, DateOnly asOf)
    {
        var units = ages.GroupBy(a => a.UnitCode).Select(unit => Compare([.. unit], asOf)).ToList();
        return [.. Scattered(units), .. Scattered([.. units.GroupBy(u => u.Finding.ProvinceCode).Select(OfProvince)])];
    }

    static (Finding Finding, LogRank Test) Compare(List<UnitAges> unit, DateOnly asOf)
    {
        var headings = unit.Select(u => (Heading: u.HeadingCode, Test: LogRank.Of(u.Recent, u.Before))).ToList();
        var test = headings.Aggregate(new LogRank(), (sum, heading) => sum + heading.Test);
        var missing = test.Expected - test.Observed;
        var finding = new Finding(
            "unit", Finding.Problem, unit[0].ProvinceCode, null, null, asOf.AddDays(1 - 7 * WindowWeeks), asOf, (long)test.Observed, test.Expected, 0, 0, 1)
        {
            UnitCode = unit[0].UnitCode,
            UnitName = unit[0].UnitName,
            Note = Medians(unit),
            Parts = headings.Count < 2 || missing <= 0 ? [] :
            [.. headings.Select(h => Driver.OfType(h.Heading, (h.Test.Expected - h.Test.Observed) / missing)).Where(d => d.Share >= PartToName).OrderByDescending(d => d.Share)],
        };
        return (finding, test);
    }

    static (Finding, LogRank) OfProvince(IGrouping<int?, (Finding Finding, LogRank Test)> units)
    {
        var test = units.Aggregate(new LogRank(), (sum, unit) => sum + unit.Test);
        var one = units.First().Finding;
        var missing = test.Expected - test.Observed;
        return (one with
        {
            Family = "province", UnitCode = null, UnitName = null, Note = null, Observed = (long)test.Observed, Expected = test.Expected,
            Parts = missing <= 0 ? [] :
            [.. units.Select(u => new Driver(u.Finding.UnitName ?? u.Finding.UnitCode!, (u.Test.Expected - u.Test.Observed) / missing) { Dimension = "unit", Code = u.Finding.UnitCode! })
                .Where(d => d.Share >= PartToName).OrderByDescending(d => d.Share)],
        }, test);
    }

    static IEnumerable<Finding> Scattered(List<(Finding Finding, LogRank Test)> tests)
    {
        var judged = tests.Where(t => t.Test.Variance > 0 && t.Test.Expected >= FewestExpected).ToList();
        var scatter = judged.Count < FewestUnits ? 1 : Math.Max(1, Funnel.Scatter([.. judged.Select(t => t.Test.Slowness)]));
        return judged.Select(t =>
        {
            var width = Normal.Upper(0.025) * Math.Sqrt(scatter * t.Test.Variance);
            return t.Finding with
            {
                Low = Math.Max(0, t.Finding.Expected - width), High = t.Finding.Expected + width,
                PValue = t.Finding.Ratio > NotWorthTelling ? 1 : Normal.Above(t.Test.Slowness / Math.Sqrt(scatter)),
            };
        });
    }

    static string? Medians(List<UnitAges> unit)
    {
        var before = KaplanMeier.Median(KaplanMeier.Curve(unit.SelectMany(u => u.Before)));
        var now = KaplanMeier.Median(KaplanMeier.Curve(unit.SelectMany(u => u.Recent)));
        return (before, now) switch
        {
            ({ } was, { } day) => string.Create(TurkishText.Culture, $"Ortanca cevap süresi önceki yıl {was:0.#} iş günüydü, şimdi {day:0.#}."),
            ({ } was, null) => string.Create(TurkishText.Culture, $"Ortanca cevap süresi önceki yıl {was:0.#} iş günüydü; şimdi başvuruların yarısından çoğu hâlâ bekliyor."),
            _ => null,
        };
    }

    static List<UnitAges> Read(DuckDBConnection warehouse, DateOnly asOf)
    {
        warehouse.SetWindow(asOf.AddDays(1 - 7 * WindowWeeks), asOf);
        var rows = warehouse.Rows(Embedded.Sql(nameof(SlowAnswering)), row => (
            Unit: (Province: row.GetInt32(0), Code: row.GetString(1), Name: row.Text(2), Heading: row.GetString(3)), IsRecent: row.GetBoolean(4),
            Age: new AgeRow(row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8))));
        return [.. rows.GroupBy(r => r.Unit).Select(g => new UnitAges(
            g.Key.Province, g.Key.Code, g.Key.Name, g.Key.Heading, [.. g.Where(r => !r.IsRecent).Select(r => r.Age)], [.. g.Where(r => r.IsRecent).Select(r => r.Age)]))];
    }
}
