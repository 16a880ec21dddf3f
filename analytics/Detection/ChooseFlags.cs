using System.Globalization;

namespace AcikKapi.Analytics.Detection;

/// <summary>From all tests of a detector to what is worth telling.</summary>
public static class ChooseFlags
{
    /// <summary>
    /// One night's tests together: weighted Benjamini–Hochberg (Genovese, Roeder and Wasserman 2006), a family's weight its share of the budget over
    /// its tests. With nothing to find, any flag at all has the chance of all shares together; where much is found, every family's bar falls, but
    /// never below Benjamini–Hochberg inside the family at the whole night's rate. Of a series that several windows call, the strongest speaks:
    /// the reader meets one matter once.
    /// </summary>
    /// <returns>By detector in the order given; q is the larger of both.</returns>
    public static IReadOnlyList<(DetectorKind Kind, Finding Finding, double Q)> Run(IReadOnlyList<(DetectorKind Kind, IReadOnlyList<Finding> Findings)> night)
    {
        var families = night.SelectMany(d => d.Findings.GroupBy(f => f.Family).Select(family => (d.Kind, Share: Budget.Shares[(d.Kind.Code(), family.Key)], Tests: Weigh([.. family])))).ToList();
        var tests = families.SelectMany(family => family.Tests.Zip(
            Multiplicity.AdjustWeighed([.. family.Tests.Select(t => t.Weighed)]),
            (t, q) => (family.Kind, t.Finding, Own: q, Weighed: t.Weighed * Budget.Night / family.Share))).ToList();
        var among = Multiplicity.AdjustWeighed([.. tests.Select(t => t.Weighed)]);
        return [.. tests.Zip(among, (t, q) => (t.Kind, t.Finding, Q: Math.Max(t.Own, q)))
            .Where(t => t.Q <= Budget.Night)
            .GroupBy(t => (t.Kind, t.Finding.Family, Subject: Subject(t.Finding)))
            .Select(series => series.MinBy(t => (t.Finding.PValue, t.Finding.Weeks)))
            .OrderBy(t => t.Kind).ThenBy(t => t.Q).ThenByDescending(t => t.Finding.Observed - t.Finding.Expected).ThenBy(t => Subject(t.Finding), StringComparer.Ordinal)];
    }

    // p over the test's part of its family's budget.
    static List<(Finding Finding, double Weighed)> Weigh(List<Finding> family) =>
        [.. family.Zip(PowerWeights.Of(family), (finding, weight) => (finding, finding.PValue * family.Count / weight))];

    /// <summary>A detector by itself, as if the night had no other.</summary>
    public static IReadOnlyList<(Finding Finding, double Q)> Run(DetectorKind kind, IReadOnlyList<Finding> findings) => [.. Run([(kind, findings)]).Select(t => (t.Finding, t.Q))];

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
