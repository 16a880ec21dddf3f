using System.Globalization;

namespace AcikKapi.Reports.Text;

/// <summary>How a period is called in a Turkish sentence.</summary>
public static class PeriodText
{
    /// <summary>"Ekim 2026", "2026 3. çeyrek (Temmuz–Eylül)", "28 Eylül – 4 Ekim 2026 (40. hafta)", "2026 yılı".</summary>
    public static string Title(BriefPeriod period) => period.Kind switch
    {
        PeriodKind.Month => period.StartOn.ToString("MMMM yyyy", Tr.Culture),
        PeriodKind.Quarter => $"{Year(period)} {(period.StartOn.Month + 2) / 3}. çeyrek ({Month(period.StartOn)}–{Month(period.EndOn)})",
        PeriodKind.Week => $"{Tr.Range(period.StartOn, period.EndOn)} ({ISOWeek.GetWeekOfYear(period.StartOn.ToDateTime(default))}. hafta)",
        _ => $"{Year(period)} yılı",
    };

    /// <summary>Opens a sentence: "Ekim 2026 döneminde", "2026 yılında".</summary>
    public static string During(BriefPeriod period) => period.Kind switch
    {
        PeriodKind.Month => $"{Title(period)} ayında",
        PeriodKind.Quarter => $"{Title(period)} döneminde",
        PeriodKind.Week => $"{Tr.Range(period.StartOn, period.EndOn)} haftasında",
        _ => $"{Year(period)} yılında",
    };

    /// <summary>ay, çeyrek, hafta, yıl.</summary>
    public static string Noun(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "ay",
        PeriodKind.Quarter => "çeyrek",
        PeriodKind.Week => "hafta",
        _ => "yıl",
    };

    /// <summary>Dative of the period before: "önceki aya", "önceki yıla".</summary>
    public static string ThanPrevious(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "önceki aya",
        PeriodKind.Quarter => "önceki çeyreğe",
        PeriodKind.Week => "önceki haftaya",
        _ => "önceki yıla",
    };

    /// <summary>Dative of the same period a year earlier; a year has none beside the one before it.</summary>
    public static string? ThanYearAgo(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "geçen yılın aynı ayına",
        PeriodKind.Quarter => "geçen yılın aynı çeyreğine",
        PeriodKind.Week => "geçen yılın aynı haftasına",
        _ => null,
    };

    static string Year(BriefPeriod period) => period.StartOn.ToString("yyyy", Tr.Culture);

    static string Month(DateOnly day) => day.ToString("MMMM", Tr.Culture);
}
