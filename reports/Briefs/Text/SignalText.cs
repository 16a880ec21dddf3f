using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Text;

/// <summary>What the control chart says of the last point; nothing where it is not the last of all.</summary>
public static class SignalText
{
    public static string Of(Trend trend)
    {
        if (trend.Limits is not { } limits) return "";
        var isWeek = trend.Step == TrendStep.Week;
        var (one, seven, lines) = isWeek ? ("hafta", "yedi haftadır", "son 52 haftanın") : ("ay", "yedi aydır", "son 36 ayın");
        var isAbove = limits.Direction > 0;
        var says = !limits.IsLast ? "" : limits.Signal switch
        {
            "beyond_limit" => $" Son {one} {(isAbove ? "üst" : "alt")} sınırı aştı.",
            "seven_on_one_side" => $" Sayı {seven} ortalamanın {(isAbove ? "üstünde" : "altında")} kalıyor.",
            "seven_in_a_row" => $" Sayı {seven} aynı yönde değişiyor.",
            "two_of_three" => $" Son üç {(isWeek ? "haftadan" : "aydan")} ikisi {(isAbove ? "üst" : "alt")} sınıra yakın.",
            _ => $" Son {one} olağan sınırların içinde.",
        };
        return $"Kesik çizgi {lines} ortalaması, noktalı çizgiler olağan sınırlarıdır (XmR).{says}";
    }
}
