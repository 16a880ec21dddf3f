using System.Globalization;

namespace AcikKapi.Analytics.Detection;

/// <summary>From all tests of a detector to what is worth telling.</summary>
public static class ChooseFlags
{
    /// <summary>
    /// Benjamini–Hochberg inside each family at its share of the budget. Of a series that several windows call, the
    /// strongest speaks: the reader meets one matter once.
    /// </summary>
    public static IReadOnlyList<(Finding Finding, double Q)> Run(DetectorKind kind, IReadOnlyList<Finding> findings) =>
        [.. findings.GroupBy(f => f.Family).SelectMany(family =>
        {
            var tests = family.ToList();
            var share = Budget.Shares[(kind.Code(), family.Key)];
            return tests.Zip(Multiplicity.Adjust([.. tests.Select(f => f.PValue)]), (finding, q) => (Finding: finding, Q: q))
                .Where(t => t.Q <= share)
                .GroupBy(t => Subject(t.Finding))
                .Select(series => series.MinBy(t => (t.Finding.PValue, t.Finding.Weeks)));
        }).OrderBy(t => t.Q).ThenByDescending(t => t.Finding.Observed - t.Finding.Expected).ThenBy(t => Subject(t.Finding), StringComparer.Ordinal)];

    public static Flag Make(DetectorKind kind, Finding f, double q, IReadOnlyList<Driver> drivers, DateOnly asOf)
    {
        var scope = Scope(f);
        return new Flag(
            kind.Code(), f.Direction, f.Level, Places(f), f.DistrictCode is { } district ? Text(district) : null, f.UnitCode, f.TypeCode, f.GroupCode,
            f.WindowStart, f.WindowEnd, f.Observed, f.Expected, f.Ratio, f.Low, f.High, f.PValue, q, FlagSentence.Of(kind, f, q, drivers))
        {
            FlagId = string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyy-MM-dd}/{kind.Code()}/{f.Family}/{Subject(f)}"),
            AsOf = asOf,
            ScopeCode = scope,
            Counted = FlagSentence.Counted(kind, f),
        };
    }

    static string Subject(Finding f) => string.Join('/', new[] { f.Zone.Count > 0 ? Places(f) : Scope(f), f.UnitCode, f.TypeCode ?? "-", f.GroupCode }.Where(part => part is not null));

    static string Places(Finding f) => f switch
    {
        { Zone.Count: > 0 } => string.Join('|', f.Zone.Order()),
        { ProvinceCode: { } province } => Text(province),
        _ => "TR",
    };

    static string Scope(Finding f) => f switch
    {
        { DistrictCode: { } district, ProvinceCode: { } province } => $"ilce:{Text(province)}-{Text(district)}",
        { ProvinceCode: { } province } => $"il:{Text(province)}",
        _ => "TR",
    };

    static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
