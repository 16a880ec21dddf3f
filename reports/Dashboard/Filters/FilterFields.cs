namespace AcikKapi.Dashboard.Filters;

/// <summary>The names of the filters in addresses, and the measures that control charts are kept of.</summary>
public static class FilterFields
{
    public const string Place = "yer", Period = "donem", Type = "konu", Kind = "tur", Channel = "kanal", Group = "grup", Unit = "birim", Measure = "olcu";

    public static readonly (string Code, string Name)[] Measures =
    [
        ("received", "Gelen başvuru"), ("open_at_end", "Dönem sonunda açık"), ("overdue_share", "Süresi geçenlerin payı"), ("reopened_share", "Yeniden açılanların payı"), ("satisfaction", "Memnuniyet (1–5)"),
    ];

    /// <summary>Dimensions of applicants that may be filtered by, besides kind and channel.</summary>
    public static readonly (string Dimension, string Title)[] Groups =
        [("gender", "Cinsiyet"), ("age_band", "Yaş"), ("circumstance", "Özel durum"), ("education", "Öğrenim"), ("employment", "Çalışma durumu")];
}
