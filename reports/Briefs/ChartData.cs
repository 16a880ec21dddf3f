using System.Globalization;
using System.Text;
using AcikKapi.Reports.Model;

namespace AcikKapi.Reports;

/// <summary>
/// The data behind a brief's charts and tables, as CSV (UTF-8 with a byte order mark, so that spreadsheets read the letters):
/// grafik, satir, olcu, deger. A hidden number is *, one that cannot be computed is empty; decimals have a point.
/// </summary>
public static class ChartData
{
    const string FormulaStarts = "=+-@\t\r"; // a spreadsheet would compute them

    public static byte[] Write(Brief brief)
    {
        var text = new StringBuilder("grafik,satir,olcu,deger\n");
        foreach (var (chart, row, measure, value) in Rows(brief))
            text.Append(CultureInfo.InvariantCulture, $"{Cell(chart)},{Cell(row)},{Cell(measure)},{value}\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    static IEnumerable<(string Chart, string Row, string Measure, string Value)> Rows(Brief brief)
    {
        foreach (var point in brief.Trend.Points)
            yield return ("seyir", point.StartOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "başvuru", Count(point.Received));
        if (brief.Trend.Limits is { } limits)
        {
            yield return ("seyir", "sınırlar", "ortalama", Plain(limits.Mean));
            yield return ("seyir", "sınırlar", "en az", Plain(limits.Low));
            yield return ("seyir", "sınırlar", "en çok", Plain(limits.High));
        }
        foreach (var (chart, types) in new[] { ("konular", brief.Topics), ("başlıklar", brief.Headings), ("artan konular", brief.Rising), ("ek a: bütün konular", brief.Annex.Topics) })
            foreach (var type in types)
            {
                yield return (chart, type.Name, "başvuru", Count(type.Received));
                yield return (chart, type.Name, "pay", Number(type.Share));
                yield return (chart, type.Name, "ülkedeki pay", Number(type.CountryShare));
                yield return (chart, type.Name, "önceki dönem", Count(type.PreviousReceived));
            }
        foreach (var province in brief.Annex.Provinces)
            foreach (var (heading, received) in brief.Annex.Headings.Zip(province.Received))
                yield return ("ek b: illere göre başlıklar", province.Name, heading.Name, Count(received));
        foreach (var unit in brief.Units)
        {
            yield return ("birimler", unit.Name, "yönlendirilen", Count(unit.Routed));
            yield return ("birimler", unit.Name, "süresi dolan", Count(unit.Due));
            yield return ("birimler", unit.Name, "süresi geçen", Count(unit.Overdue));
        }
        foreach (var queue in brief.Queues)
        {
            yield return ("kapasite", queue.Name, "açık iş", Count(queue.OpenNow));
            yield return ("kapasite", queue.Name, "yük", Plain(queue.Utilisation));
            yield return ("kapasite", queue.Name, "13 hafta sonra en az", Plain(queue.Low));
            yield return ("kapasite", queue.Name, "13 hafta sonra en çok", Plain(queue.High));
        }
        foreach (var funnel in brief.Funnels)
            foreach (var row in funnel.Outside)
            {
                yield return (funnel.Name, row.Name, "kaç kat", Plain(row.Ratio));
                yield return (funnel.Name, row.Name, "olağan en az", Plain(row.Low));
                yield return (funnel.Name, row.Name, "olağan en çok", Plain(row.High));
            }
        foreach (var curve in brief.Waiting)
            foreach (var point in curve.Points)
                yield return ("bekleme eğrisi", curve.Name, $"{point.Days} iş gününde", Plain(point.Share));
        foreach (var panel in brief.Groups)
            foreach (var row in panel.Rows)
            {
                yield return (panel.Title, row.Name, "başvuru", Count(row.Received));
                yield return (panel.Title, row.Name, "nüfustaki pay", Number(row.PopulationShare));
            }
        foreach (var place in brief.Places)
        {
            yield return ("yerler", place.Name, "başvuru", Count(place.Received));
            yield return ("yerler", place.Name, "100 bin kişide", Number(place.PerHundredThousand));
            yield return ("yerler", place.Name, "süresinde", Number(place.InTime));
            yield return ("yerler", place.Name, "açık", Count(place.OpenAtEnd));
        }
        foreach (var visit in brief.Visits)
        {
            yield return ("refakat ve ziyaret", visit.Name, "istenen", Count(visit.Asked));
            yield return ("refakat ve ziyaret", visit.Name, "yapılan", Count(visit.Done));
        }
        foreach (var tier in brief.Tiers)
        {
            yield return ("gelişmişlik kademeleri", tier.Name, "başvuru", Count(tier.Received));
            yield return ("gelişmişlik kademeleri", tier.Name, "100 bin kişide", Number(tier.PerHundredThousand));
        }
    }

    static string Count(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? Text.Tr.Hidden;

    static string Number(Ratio ratio) => ratio.IsSuppressed ? Text.Tr.Hidden : ratio.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    static string Plain(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    static string Cell(string text)
    {
        var safe = text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\n\r") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
