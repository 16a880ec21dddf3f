using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Statistics;
using MathNet.Numerics.Distributions;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace AcikKapi.Cli.Benchmarks.Detect;

/// <summary>
/// A hundred units with 10 to 40 cases a week, median answers around 10 working days, and among them, if planted, the first
/// that slows from 10 to 20, the second that is early but reopened three times as often, the third truly good (0.6 of the
/// expected late answers), and one pair that returns 15 % of its cases.
/// </summary>
sealed class UnitWorld(int seed, bool planted)
{
    public const string Slow = "U0", Hasty = "U1", Good = "U2", Pair = "U3";
    const int Units = 100, DaysAWeek = 5, PastWeeks = 60;
    const double UnitSpread = 0.1, LateShare = 0.25, ReopenedShare = 0.05;

    /// <param name="weeks">Since the slow unit slowed down.</param>
    public List<UnitAges> Ages(int weeks)
    {
        var random = new Random(seed + 17);
        var today = PastWeeks * DaysAWeek;
        var windowFrom = today - 8 * DaysAWeek;
        var shocks = Enumerable.Range(0, PastWeeks + 1).Select(_ => Math.Exp(0.05 * Normal.Sample(random, 0, 1))).ToArray();
        return [.. Enumerable.Range(0, Units).Select(unit =>
        {
            var (rate, median) = (10 + 30 * random.NextDouble(), 10 * Math.Exp(0.3 * Normal.Sample(random, 0, 1)));
            List<AgeRow> before = [], recent = [];
            for (var day = 0; day < today; day++)
                for (var left = Poisson.Sample(random, rate / DaysAWeek); left > 0; left--)
                {
                    var slower = planted && unit == 0 && day >= today - weeks * DaysAWeek;
                    var wait = (int)(Math.Exp(0.6 * Normal.Sample(random, 0, 1)) * (slower ? 2 : 1) * (unit == 0 ? 10 : median) * shocks[day / DaysAWeek]);
                    var handedOn = random.NextDouble() < 0.05;
                    var end = Math.Min(day + (handedOn ? wait / 3 : wait), today);
                    var answered = !handedOn && end < today;
                    if (end >= windowFrom)
                        recent.AddRange([new AgeRow(Math.Max(0, windowFrom - day), 1, 0, 0), new AgeRow(end - day, 0, 1, answered ? 1 : 0)]);
                    if (day < windowFrom)
                        before.AddRange([new AgeRow(0, 1, 0, 0), new AgeRow(Math.Min(end, windowFrom - 1) - day, 0, 1, answered && end < windowFrom ? 1 : 0)]);
                }

            return new UnitAges(1 + unit % 81, $"U{unit}", null, "SOS", Sum(before), Sum(recent));
        })];
    }

    public (List<RateRow> Overdue, List<RateRow> Reopened, Dictionary<RateSubject, Diligence> Diligence) Rates()
    {
        var random = new Random(seed + 29);
        var cases = Enumerable.Range(0, 81).Select(_ => (long)(200 * Math.Exp(2.3 * random.NextDouble()))).ToArray();
        List<RateRow> Rows(double share, Func<int, double> factor) =>
            [.. cases.Select((n, unit) => new RateRow(new RateSubject(1 + unit, null, $"U{unit}"), null, n,
                Binomial.Sample(random, Math.Min(1, share * factor(unit) * Math.Exp(UnitSpread * Normal.Sample(random, 0, 1))), (int)n), n * share, n * share * (1 - share)))];
        return (
            Rows(LateShare, unit => planted ? unit switch { 1 => 0.4, 2 => 0.6, _ => 1 } : 1), Rows(ReopenedShare, unit => planted && unit == 1 ? 3 : 1),
            Enumerable.Range(0, 81).ToDictionary(unit => new RateSubject(1 + unit, null, $"U{unit}"), _ => new Diligence(0.99, 0.05, 1)));
    }

    public List<UnitPair> Pairs()
    {
        var random = new Random(seed + 31);
        return [.. Enumerable.Range(3, 150).Select(unit =>
        {
            var passed = 5 + random.Next(40);
            var returned = Binomial.Sample(random, 0.05, passed);
            return planted && unit == 3
                ? new UnitPair(4, Pair, null, "U4", null, 36, Binomial.Sample(random, 0.15, 200), 90)
                : new UnitPair(1 + unit % 81, $"U{unit}", null, $"U{unit + 1}", null, passed, returned, 3 * returned);
        })];
    }

    public List<BureauWeeks> Bureaus()
    {
        var random = new Random(seed + 37);
        return [.. Enumerable.Range(1, 81).Select(province =>
        {
            var mean = 2 * Math.Exp(4 * random.NextDouble());
            return new BureauWeeks($"{province}", province, null, [.. Enumerable.Range(0, 34).Select(_ => SeriesWorld.Count(random, mean, 2))]);
        })];
    }

    static List<AgeRow> Sum(List<AgeRow> rows) =>
        [.. rows.GroupBy(r => r.Age).Select(g => new AgeRow(g.Key, g.Sum(r => r.Entered), g.Sum(r => r.Left), g.Sum(r => r.Answered)))];
}
