using AcikKapi.Analytics.Statistics;
using DuckDB.NET.Data;

namespace AcikKapi.Analytics.Detection;

/// <summary>What an open bureau received, oldest week first, up to the last ended week; weeks before it opened are not in it.</summary>
public sealed record BureauWeeks(string BureauCode, int ProvinceCode, int? DistrictCode, IReadOnlyList<int> Counts);

/// <summary>
/// A bureau from which next to nothing comes any more, while the country's bureaus go on: most likely a gap in the data. It is
/// told as a problem, and keeps the place from being praised for having none. A district without a bureau, or with one that
/// closed, is never silent.
/// </summary>
public sealed class SilentBureau : IDetector
{
    static readonly int[] Windows = [1, 2, 4, 8];
    const int BaselineWeeks = 26;
    const int FewestBaselineWeeks = 8;
    const double NextToNothing = 0.1;

    public DetectorKind Kind => DetectorKind.SilentBureau;

    public IReadOnlyList<Finding> Judge(DuckDBConnection warehouse, DateOnly asOf, CancellationToken cancel) =>
        Judge(Read(warehouse, asOf), DateOnly.FromDayNumber(asOf.AddDays(1).DayNumber / 7 * 7 - 1));

    /// <param name="lastSunday">The last day of the last week of every series.</param>
    public static IReadOnlyList<Finding> Judge(IReadOnlyCollection<BureauWeeks> bureaus, DateOnly lastSunday)
    {
        var country = Enumerable.Range(0, BaselineWeeks + Windows[^1]).Select(ago => bureaus.Sum(b => ago < b.Counts.Count ? b.Counts[^(ago + 1)] : 0L)).ToArray();
        return [.. bureaus.SelectMany(bureau => Windows.Select(weeks => Found(bureau, weeks, country, lastSunday)).OfType<Finding>())];
    }

    static Finding? Found(BureauWeeks bureau, int weeks, long[] country, DateOnly lastSunday)
    {
        var length = Math.Min(BaselineWeeks, bureau.Counts.Count - weeks);
        if (length < FewestBaselineWeeks) return null;
        var past = bureau.Counts.Skip(bureau.Counts.Count - weeks - length).Take(length).ToArray();
        var (mean, before) = (past.Average(), country[weeks..(weeks + length)].Average());
        if (mean == 0 || before == 0) return null;
        var expected = mean * weeks * Math.Min(1, country[..weeks].Average() / before);
        if (expected <= 0) return null;
        var scatter = Math.Max(1, past.Sum(c => (c - mean) * (c - mean)) / mean / (length - 1));
        // A bureau's level of half a year is known to φ/Σ only; the sum of weeks scatters with it.
        var dispersion = scatter + expected * scatter / past.Sum();
        long observed = bureau.Counts.TakeLast(weeks).Sum();
        return new Finding(
            "bureau", Finding.Problem, bureau.ProvinceCode, bureau.DistrictCode, null, lastSunday.AddDays(1 - 7 * weeks), lastSunday, observed, expected,
            CountTail.UpperQuantile(0.975, expected, dispersion), CountTail.UpperQuantile(0.025, expected, dispersion),
            observed > NextToNothing * expected ? 1 : CountTail.AtMost(observed, expected, dispersion))
        {
            Note = "Büro kapalıysa kapanış tarihi girilmemiş, açıksa kayıtlar gelmiyor olabilir; bu bir iyileşme sayılmaz.",
        };
    }

    static List<BureauWeeks> Read(DuckDBConnection warehouse, DateOnly asOf)
    {
        warehouse.SetWindow(asOf, asOf);
        return warehouse.Rows(Embedded.Sql(nameof(SilentBureau)), row => new BureauWeeks(row.GetString(0), row.GetInt32(1), row.Whole(2), (List<int>)row.GetValue(3)));
    }
}
