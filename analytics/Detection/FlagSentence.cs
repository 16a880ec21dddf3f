using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;

namespace AcikKapi.Analytics.Detection;

/// <summary>What a flag says, to a governor who does not read statistics.</summary>
public static class FlagSentence
{
    const double NeverBelow = 0.001; // "q = 0,000" reads as certainty
    const double RoundFrom = 10;

    /// <param name="drivers">What the difference consists of, largest first, each with its share of it.</param>
    public static string Of(DetectorKind kind, Finding finding, double q, IReadOnlyList<Driver> drivers)
    {
        var period = finding.Weeks == 1 ? "geçen hafta" : $"son {finding.Weeks} haftada";
        var evidence = q < NeverBelow ? "q < 0,001" : $"q = {Number(q, "0.000")}";
        var sentence = $"{Place(finding)} {What(kind, finding)} {period} beklenen {Count(finding.Expected)} yerine " +
            $"{Number(finding.Observed, "#,0")} oldu{Times(finding)}; rastlantıyla açıklanması güç ({evidence}).";
        if (finding.Note is { } note) sentence = $"{sentence} {note}";
        return drivers.Count == 0 ? sentence : $"{sentence} {(kind == DetectorKind.SuddenRise ? "Artışın" : "Farkın")} çoğu: {string.Join(", ", drivers.Select(Describe))}.";
    }

    static string Describe(Driver driver) => $"{driver.Name} (%{Number(100 * driver.Share, "0")})";

    // Where next to nothing was expected, a ratio of hundreds says nothing.
    static string Times(Finding finding) => finding.Expected < 0.5 ? "" : $" ({Number(finding.Ratio, "0.0")} kat)";

    static string Count(double expected) => Number(expected, expected < RoundFrom ? "0.#" : "#,0");

    /// <summary>What is counted, of which group; empty: applications of everybody.</summary>
    public static string Counted(DetectorKind kind, Finding finding)
    {
        var group = finding.GroupCode is { } code ? GroupNames.Of(code) : "";
        var counted = kind.Counted();
        return group.Length == 0 || kind == DetectorKind.Disparity ? group + counted : $"{group} {(counted.Length > 0 ? counted : "toplam başvuru")}";
    }

    static string What(DetectorKind kind, Finding finding)
    {
        var counted = Counted(kind, finding);
        return (finding.TypeCode, counted) switch
        {
            ({ } type, "") => $"'{Vocabulary.Current.Types[type].NameTr}' başvuruları",
            ({ } type, _) => $"'{Vocabulary.Current.Types[type].NameTr}' konusunda {counted}",
            (null, "") => "toplam başvuru",
            _ => counted,
        };
    }

    static string Place(Finding finding) => finding switch
    {
        { Zone.Count: > 0 } => $"{string.Join(", ", finding.Zone.Select(code => Vocabulary.Current.Provinces[code].Name))} illerinde",
        { UnitCode: { } unit, ProvinceCode: { } province } => $"{Vocabulary.Current.Provinces[province].Name} – {finding.UnitName ?? unit}:",
        { DistrictCode: { } district, ProvinceCode: { } province } =>
            $"{Vocabulary.Current.Provinces[province].Name} {Vocabulary.Current.Districts[district].Name} ilçesinde",
        { ProvinceCode: { } province } => TurkishPlaces.In(Vocabulary.Current.Provinces[province].Name),
        _ => "Türkiye genelinde",
    };

    static string Number(double value, string format) => value.ToString(format, TurkishText.Culture);
}
