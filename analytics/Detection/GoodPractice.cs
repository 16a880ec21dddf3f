using AcikKapi.Analytics.Statistics;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>How whole a subject's record is: shares of its cases, 0–1, and how busy it still is.</summary>
/// <param name="Complete">With type, place, unit and, where answered, an outcome.</param>
/// <param name="HandedOn">Ended by going to another unit: the quickest way not to be late.</param>
/// <param name="Pace">Cases of the last four weeks against the window's average: near 0 is silence.</param>
public sealed record Diligence(double Complete, double HandedOn, double Pace);

/// <summary>
/// The overdue share's good side over half a year, behind guards: the record is complete, answers are not reopened or asked
/// for again more than elsewhere, work is not handed on, and there is work at all. Cases still open past their deadline count
/// as late, so leaving the hard ones lying does not help.
/// </summary>
public sealed class GoodPractice : IDetector
{
    const int Weeks = 26;
    const int FewestCases = 50;
    const double LeastComplete = 0.95;
    const double MostHandedOn = 0.2;
    const double LeastPace = 0.25;
    const double LeastBetter = 0.85; // O/E: a tenth better is no model for others

    // Not worse: up to a quarter more than expected, or more but well within chance.
    const double MostOfExpected = 1.25;
    const double WithinChance = 0.2;

    public DetectorKind Kind => DetectorKind.GoodPractice;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel)
    {
        var reopened = ReadRates.Run(warehouse, DetectorKind.Reopening, asOf, Weeks);
        var repeated = ReadRates.Run(warehouse, DetectorKind.Repetition, asOf, Weeks);
        var overdue = ReadRates.Run(warehouse, DetectorKind.OverdueShare, asOf, Weeks);
        return Judge(overdue, reopened, repeated, Read(warehouse), asOf);
    }

    /// <param name="diligence">A subject that is not in it is no good practice: nothing is known of it.</param>
    public static IReadOnlyList<Finding> Judge(
        IReadOnlyList<RateRow> overdue, IReadOnlyList<RateRow> reopened, IReadOnlyList<RateRow> repeated,
        IReadOnlyDictionary<RateSubject, Diligence> diligence, DateOnly asOf)
    {
        var worse = Worse(reopened).Concat(Worse(repeated)).ToHashSet();
        return [.. Rates.Better(overdue, asOf.AddDays(1 - 7 * Weeks), asOf)
            .Select(r => IsSound(r.Row) && !worse.Contains(r.Row.Subject) && diligence.TryGetValue(r.Row.Subject, out var d) && IsDiligent(d)
                ? r.Finding with { Note = "Kayıtları tamam; cevapları başka yerlerdekinden daha sık yeniden açılmıyor." }
                : r.Finding with { PValue = 1 })];
    }

    static bool IsSound(RateRow row) => row.Cases >= FewestCases && row.Observed <= LeastBetter * row.Expected;

    static bool IsDiligent(Diligence d) => d is { Complete: >= LeastComplete, HandedOn: <= MostHandedOn, Pace: >= LeastPace };

    static IEnumerable<RateSubject> Worse(IReadOnlyList<RateRow> rows) => rows
        .Where(r => r.Observed > MostOfExpected * r.Expected && CountTail.AtLeast(r.Observed, r.Expected, 1) < WithinChance)
        .Select(r => r.Subject);

    static Dictionary<RateSubject, Diligence> Read(DuckDBConnection warehouse) => warehouse.Rows(Embedded.Sql(nameof(GoodPractice)), row => (
        Subject: new RateSubject(row.GetInt32(0), row.Whole(1), row.Text(2)), Diligence: new Diligence(row.GetDouble(3), row.GetDouble(4), row.GetDouble(5))))
        .ToDictionary(d => d.Subject, d => d.Diligence);
}
