using AcikKapi.Dashboard.Filters;
using AcikKapi.Dashboard.Pages.Charts;
using AcikKapi.Reports.Text;

namespace AcikKapi.Dashboard.Pages.Overview;

/// <summary>What the measures of control charts are called, how they are written, and what their last point says.</summary>
static class MeasureText
{
    public static string Name(string measure) => FilterFields.Measures.First(m => m.Code == measure).Name;

    public static Func<double, string> Format(string measure) => measure switch
    {
        "overdue_share" or "reopened_share" => Tr.Percent,
        "satisfaction" => Tr.OneDecimal,
        _ => value => Tr.Count((long)Math.Round(value)),
    };

    /// <param name="kind">week, month, quarter or year.</param>
    public static string Signal(string kind, LineLimits? drawn)
    {
        if (drawn is not { } limits) return "Olağan sınırlar, en az on iki dönemi olan ve hiçbir döneminde 20’den az iş bulunmayan serilerde çizilir.";
        var (one, side) = (kind switch { "week" => "hafta", "month" => "ay", "quarter" => "çeyrek", _ => "yıl" }, limits.Direction > 0);
        var says = limits.Signal switch
        {
            "beyond_limit" => $"Son {one} {(side ? "üst" : "alt")} sınırı aştı: bu, olağan dalgalanmayla açıklanamaz.",
            "seven_on_one_side" => $"Son yedi {one} ortalamanın {(side ? "üstünde" : "altında")}: düzey değişmiş olabilir.",
            "seven_in_a_row" => $"Son yedi {one} aynı yönde değişiyor.",
            "two_of_three" => $"Son üç {one} içinden ikisi {(side ? "üst" : "alt")} sınıra yakın.",
            _ => $"Son {one} olağan sınırların içinde: tek başına bir artış ya da azalış sayılmamalıdır.",
        };
        return $"Gölgeli kuşak olağan aralık, kesik çizgi ortalamadır (XmR). {says}";
    }
}
