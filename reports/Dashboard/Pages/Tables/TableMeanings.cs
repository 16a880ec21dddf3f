namespace AcikKapi.Dashboard.Pages.Tables;

/// <summary>What the tables of a release hold, in Turkish; grain first.</summary>
static class TableMeanings
{
    static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["pub_meta"] = "Tek satır: veri tarihi, yayın numarası, gizlilik kuralı, örnek veri olup olmadığı.",
        ["pub_key_figures"] = "Yer ve dönem: gelen, cevaplanan, süresi dolan ve geçen, açık, reddedilen, yeniden açılan, memnuniyet, ortanca iş günü.",
        ["pub_weeks"] = "Yer ve hafta: gelen, süresi dolan, süresi geçen.",
        ["pub_types"] = "Yer, dönem ve konu (level: heading başlık, topic konu): gelen, önceki dönem, geçen yıl, ülkedeki sayı.",
        ["pub_groups"] = "Yer, dönem, boyut (cinsiyet, yaş, özel durum, öğrenim, çalışma, kanal, tür) ve değer: gelen, grubun nüfusu.",
        ["pub_units"] = "Birim ve dönem: yönlendirilen, süresi dolan ve geçen, cevaplanan, yeniden açılan.",
        ["pub_xmr"] = "Yer, ölçü ve dönem: değer, ortalama, olağan sınırlar; son noktada sinyal.",
        ["pub_funnel"] = "Düzey (province, district, unit, bureau), kod ve ölçüt: benzer işlere göre oran, olağan sınırlar, yargı.",
        ["pub_stage_times"] = "Düzey, kod ve aşama (routing yönlendirme, answering cevap, closing kapanış): ortanca, onda dokuz, 7 iş günündeki pay.",
        ["pub_stage_curve"] = "Düzey, kod ve iş günü: o güne dek cevaplananların payı (Kaplan–Meier).",
        ["pub_steps"] = "Düzey, kod, aşama ve sonraki aşama (-: hâlâ orada): son altı ayda o aşamaya gelenlerden oraya geçenlerin payı, geçişin ortanca iş günü.",
        ["pub_hops"] = "Bir birim ve işi gönderdiği öteki birim: son altı ayda gelenlerin gönderilen payı.",
        ["pub_capacity"] = "Birim ya da büro: kapasite, haftalık gelen ve kapatılan, açık iş, yük, durum.",
        ["pub_backlog_forecast"] = "Birim ya da büro ve 1–13 hafta sonrası: açık işin en az, ortanca, en çok öngörüsü (%80).",
        ["pub_flags"] = "Son gecenin işaretleri: gözlenen, beklenen, olağan aralık, q değeri, cümlesi.",
        ["pub_flag_ledger"] = "Bütün gecelerin işaretleri: ilk ve son görülme, karar, önlem, öncesi ve sonrası.",
        ["pub_flag_record"] = "Yer ve dedektör: kararlara göre isabet oranı.",
        ["pub_flag_measures"] = "Önlem türü: sonrasında iyileşen, değişmeyen, kötüleşen.",
        ["pub_bureau_index"] = "Büro ve ölçüt kümesi: 100 üzerinden endeks, eşlerinin ortancası.",
        ["pub_criteria"] = "Bakanlığın performans ölçütleri ve ağırlıkları, geçmişiyle.",
        ["pub_visits"] = "Yer, dönem ve tür (refakat, saha): istenen, yapılan, ortalama süre.",
        ["pub_emerging"] = "Ülkede yeni konuşulan konuların sözcükleri.",
        ["pub_petitions"] = "Ülkede çok kişinin gönderdiği aynı metinler.",
        ["pub_drift"] = "Sınıflandırma modelinin geçen yıldan ne kadar kaydığı.",
        ["dim_scope"] = "Yerler: TR, il:76, ilce:76-1692; adı, üst yeri, nüfusu, gelişmişlik kademesi.",
        ["dim_period"] = "Dönemler: hafta, ay, çeyrek, yıl; başı, sonu, bitip bitmediği, öncesi ve geçen yılı.",
        ["dim_date"] = "Günler: iş günü sırası, tatiller.",
        ["dim_type"] = "Konular ve başlıkları.",
        ["dim_unit"] = "Yerinizin birimleri.",
        ["dim_bureau"] = "Yerinizin büroları.",
        ["dim_province"] = "İller.",
        ["dim_district"] = "İlçeler.",
        ["dim_channel"] = "Başvuru kanalları.",
        ["dim_kind"] = "Başvuru türleri.",
    };

    public static IEnumerable<string> Tables => All.Keys;

    public static string Of(string table) => All.GetValueOrDefault(table, "");
}
