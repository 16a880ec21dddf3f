using AcikKapi.Domain.Reference;
using AcikKapi.Domain.Text;

namespace AcikKapi.Analytics.Detection;

/// <summary>What a flag says, to a governor who does not read statistics.</summary>
public static class FlagSentence
{
    const double NeverBelow = 0.001; // "q = 0,000" reads as certainty

    /// <param name="drivers">What the rise consists of, largest first: names of topics or districts with their share of it.</param>
    public static string Rise(Finding finding, double q, IReadOnlyList<Driver> drivers)
    {
        var period = finding.Weeks == 1 ? "geçen hafta" : $"son {finding.Weeks} haftada";
        var evidence = q < NeverBelow ? "q < 0,001" : $"q = {Number(q, "0.000")}";
        var sentence = $"{Place(finding)} {What(finding)} {period} beklenen {Number(finding.Expected, "#,0")} yerine " +
            $"{Number(finding.Observed, "#,0")} oldu{Times(finding)}; rastlantıyla açıklanması güç ({evidence}).";
        return drivers.Count == 0 ? sentence : $"{sentence} Artışın çoğu: {string.Join(", ", drivers.Select(Describe))}.";
    }

    static string Describe(Driver driver) => $"{driver.Name} (%{Number(100 * driver.Share, "0")})";

    // Where next to nothing was expected, a ratio of hundreds says nothing.
    static string Times(Finding finding) => finding.Expected < 0.5 ? "" : $" ({Number(finding.Ratio, "0.0")} kat)";

    static string What(Finding finding) =>
        finding.TypeCode is { } code ? $"'{Vocabulary.Current.Types[code].NameTr}' başvuruları" : "toplam başvuru";

    static string Place(Finding finding) => finding switch
    {
        { DistrictCode: { } district, ProvinceCode: { } province } =>
            $"{Vocabulary.Current.Provinces[province].Name} {Vocabulary.Current.Districts[district].Name} ilçesinde",
        { ProvinceCode: { } province } => TurkishPlaces.In(Vocabulary.Current.Provinces[province].Name),
        _ => "Türkiye genelinde",
    };

    static string Number(double value, string format) => value.ToString(format, TurkishText.Culture);
}
