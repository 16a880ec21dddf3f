using System.Globalization;

namespace AcikKapi.Analytics.Detection;

/// <summary>From all tests of a detector to what is worth telling.</summary>
public static class ChooseFlags
{
    /// <summary>
    /// Benjamini–Hochberg inside each family at its share of the budget. Of a series that several windows call, the
    /// strongest speaks: the reader meets one matter once.
    /// </summary>
    public static IEnumerable<Flag> Run(string detector, IReadOnlyList<Finding> findings, DateOnly asOf) =>
        findings.GroupBy(f => f.Family).SelectMany(family =>
        {
            var tests = family.ToList();
            var share = Budget.Shares[(detector, family.Key)];
            return tests.Zip(Multiplicity.Adjust([.. tests.Select(f => f.PValue)]), (finding, q) => (Finding: finding, Q: q))
                .Where(t => t.Q <= share)
                .GroupBy(t => (t.Finding.ProvinceCode, t.Finding.DistrictCode, t.Finding.TypeCode))
                .Select(series => series.MinBy(t => (t.Finding.PValue, t.Finding.Weeks)))
                .Select(t => Make(detector, t.Finding, t.Q, Drivers.Of(t.Finding, findings), asOf));
        }).OrderBy(f => f.QValue).ThenByDescending(f => f.Observed - f.Expected).ThenBy(f => f.FlagId, StringComparer.Ordinal);

    static Flag Make(string detector, Finding f, double q, IReadOnlyList<Driver> drivers, DateOnly asOf)
    {
        var scope = Scope(f);
        return new Flag(
            detector, f.Direction, f.Level, f.ProvinceCode is { } province ? Text(province) : "TR",
            f.DistrictCode is { } district ? Text(district) : null, null, f.TypeCode, null, f.WindowStart, f.WindowEnd,
            f.Observed, f.Expected, f.Ratio, f.Low, f.High, f.PValue, q, FlagSentence.Rise(f, q, drivers))
        {
            FlagId = string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyy-MM-dd}/{detector}/{scope}/{f.TypeCode ?? "-"}"),
            AsOf = asOf,
            ScopeCode = scope,
        };
    }

    static string Scope(Finding f) => f switch
    {
        { DistrictCode: { } district, ProvinceCode: { } province } => $"ilce:{Text(province)}-{Text(district)}",
        { ProvinceCode: { } province } => $"il:{Text(province)}",
        _ => "TR",
    };

    static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
