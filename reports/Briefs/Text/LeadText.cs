using AcikKapi.Reports.Model;

namespace AcikKapi.Reports.Text;

/// <summary>The brief's first paragraph: how much came, what changed, how sure that is.</summary>
public static class LeadText
{
    public static string Of(Brief brief) =>
        string.Join(' ', new[] { Volume(brief), Change(brief), InTime(brief.Figures), Certainty(brief.Flags) }.Where(text => text.Length > 0));

    static string Volume(Brief brief)
    {
        var where = brief.Scope.Level switch
        {
            ScopeLevel.Ministry => "81 ilin Açık Kapı bürolarına",
            ScopeLevel.Province => $"{Suffix.Locative(brief.Place.Name)} Açık Kapı bürolarına",
            _ => $"{brief.Place.Name} ilçesinde Açık Kapı bürosuna",
        };
        var during = PeriodText.During(brief.Period);
        return brief.Figures.Received switch
        {
            null => $"{during} {where} gelen başvuru sayısı, gizlilik kuralı gereği yayımlanamayacak kadar küçük.",
            0 => $"{during} {where} başvuru gelmedi.",
            var received => $"{during} {where} {Tr.Count(received)} başvuru geldi.",
        };
    }

    static string Change(Brief brief)
    {
        if (!brief.Figures.IsComplete) return "Dönem sürüyor; önceki dönemlerle karşılaştırmak için erken.";
        var kind = brief.Period.Kind;
        string[] parts =
        [
            Compared(brief.Figures.SincePrevious, PeriodText.ThanPrevious(kind)),
            PeriodText.ThanYearAgo(kind) is { } yearAgo ? Compared(brief.Figures.SinceYearAgo, yearAgo) : "",
        ];
        var text = string.Join(", ", parts.Where(part => part.Length > 0));
        return text.Length == 0 ? "" : $"Bu sayı {text}.";
    }

    static string Compared(Ratio change, string than) => change.Value switch
    {
        null => "",
        >= 0.005 => $"{than} göre {Tr.Percent(change)} fazla",
        <= -0.005 => $"{than} göre {Tr.Percent(-change.Value!.Value)} az",
        _ => $"{than} göre değişmedi",
    };

    static string InTime(KeyFigures figures) => figures.InTime.Value is { } share
        ? $"Süresi bu dönemde dolan başvuruların {Tr.Percent(share)} kadarı süresinde cevaplandı."
        : "";

    static string Certainty(FlagList flags)
    {
        if (flags.Total == 0)
            return "Hiçbir konuda olağan dalgalanmayı aşan bir artış saptanmadı; yukarıdaki değişimler tek başına sorun sayılmamalıdır.";
        var lead = flags.Leading[0];
        var what = string.Join(", ", new[] { lead.Place, lead.Unit, lead.Type }.Where(part => !string.IsNullOrEmpty(part)));
        return $"Olağan dalgalanmayı aşan {Tr.Count(flags.Total)} işaret var; en belirgini: {what}"
            + (lead.Ratio is { } ratio ? $" (beklenenin {Tr.OneDecimal(ratio)} katı)" : "")
            + ". Bu tür işaretlerin yaklaşık onda biri rastlantıdır; öteki değişimler sınanmamıştır.";
    }
}
