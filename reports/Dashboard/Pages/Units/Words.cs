namespace AcikKapi.Dashboard.Pages.Units;

/// <summary>What states and criteria are called.</summary>
static class Words
{
    public static string State(string? state) => state switch
    {
        "will_not_recover" => "kendiliğinden erimez",
        "keeps_up" => "yetişiyor",
        "nothing_came" => "iş gelmedi",
        null => "–",
        _ => "yığılma az",
    };

    /// <summary>In the order in which a case meets them.</summary>
    public static readonly (string Code, string Name)[] Criteria =
    [
        ("rerouted", "Yanlış birime yönlendirilenler"), ("on_time", "Süresi geçenler"), ("overdue_open", "Açık ve süresi geçmiş olanlar"),
        ("median_days", "Cevaba kadar geçen iş günü"), ("reopened", "Cevaptan sonra yeniden açılanlar"), ("satisfaction", "Düşük puanlar (1–2)"),
    ];

    public static string Funnel(string state) => state switch { "higher" => "olağandan yüksek", "lower" => "olağandan düşük", _ => "olağan" };
}
