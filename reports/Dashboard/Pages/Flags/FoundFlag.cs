using System.Globalization;
using AcikKapi.Domain.Reference;
using AcikKapi.Reports;
using AcikKapi.Reports.Model;

namespace AcikKapi.Dashboard.Pages.Flags;

/// <summary>One flag of the last night, with the codes that lead on from it.</summary>
public sealed record FoundFlag
{
    public string FlagId { get; init; } = "";
    public string Detector { get; init; } = "";
    public string Direction { get; init; } = "";
    public string Level { get; init; } = "";
    public string ScopeCode { get; init; } = "";
    public string? PlaceCodes { get; init; }
    public int? DistrictCode { get; init; }
    public string? UnitCode { get; init; }
    public string? Unit { get; init; }
    public string? TypeCode { get; init; }
    public string? Type { get; init; }
    public string? GroupCode { get; init; }
    public DateOnly WindowStart { get; init; }
    public DateOnly WindowEnd { get; init; }
    public double? Observed { get; init; }
    public double? Expected { get; init; }
    public double? Ratio { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double? QValue { get; init; }
    public string Sentence { get; init; } = "";
    public DateOnly FirstSeen { get; init; }
    public long Nights { get; init; }

    public BriefScope Place => ScopeCode == "TR" ? BriefScope.Ministry : BriefScope.Parse(ScopeCode);

    /// <summary>As the briefs' cards show it.</summary>
    public Flag Card => new()
    {
        Direction = Direction, Level = Level, Place = PlaceName, Unit = Unit, Type = Type, WindowStart = WindowStart, WindowEnd = WindowEnd,
        Observed = Observed, Expected = Expected, Ratio = Ratio, Low = Low, High = High, QValue = QValue, Sentence = Sentence,
    };

    public string DetectorName => Detector switch
    {
        "sudden_rise" => "Ani artış: geçmiş yılların aynı haftalarına göre",
        "neighbouring_cluster" => "Komşu yerlerde birlikte artış",
        "overdue_share" => "Süresi geçenlerin payı",
        "slow_answering" => "Yavaşlayan cevap",
        "reopening" => "Cevaptan sonra yeniden açılma",
        "repetition" => "Aynı kişinin aynı konuda yeniden başvurması",
        "ping_pong" => "Birimler arasında gidip gelme",
        "low_satisfaction" => "Düşük memnuniyet",
        "missing_information" => "Eksik bilgi",
        "silent_bureau" => "Sessizleşen büro",
        "disparity" => "Gruplar arasında fark",
        "good_practice" => "İyi uygulama",
        "emerging_topic" => "Yeni konu",
        _ => Detector,
    };

    string PlaceName
    {
        get
        {
            var words = Vocabulary.Current;
            if (words.Districts.Find(DistrictCode ?? 0) is { } district) return $"{words.Provinces[district.ProvinceCode].Name} {district.Name}";
            var names = (PlaceCodes ?? "").Split('|').Select(code => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var plate) ? words.Provinces.Find(plate)?.Name : null).Where(name => name is not null).ToList();
            return names.Count == 0 ? "Ülke geneli" : string.Join(", ", names);
        }
    }
}
