namespace AcikKapi.Analytics.Statistics;

/// <summary>Answers that came, that would have come at the common speed, and the variance of their difference.</summary>
public readonly record struct LogRank(double Observed, double Expected, double Variance)
{
    /// <summary>Positive: slower than expected. 0 where nothing can be compared.</summary>
    public double Slowness => Variance > 0 ? (Expected - Observed) / Math.Sqrt(Variance) : 0;

    public static LogRank operator +(LogRank a, LogRank b) => new(a.Observed + b.Observed, a.Expected + b.Expected, a.Variance + b.Variance);

    /// <summary>One group against another of the same stratum (Mantel 1966); strata are added.</summary>
    public static LogRank Of(IEnumerable<AgeRow> group, IEnumerable<AgeRow> other)
    {
        var (result, ours, theirs) = (new LogRank(), 0L, 0L);
        var ages = group.Select(r => (Row: r, IsOurs: true)).Concat(other.Select(r => (Row: r, IsOurs: false)));
        foreach (var at in ages.GroupBy(r => r.Row.Age).OrderBy(g => g.Key))
        {
            ours += at.Where(r => r.IsOurs).Sum(r => r.Row.Entered);
            theirs += at.Where(r => !r.IsOurs).Sum(r => r.Row.Entered);
            var answered = (double)at.Sum(r => r.Row.Answered);
            var all = (double)(ours + theirs);
            if (answered > 0)
                result += new LogRank(
                    at.Where(r => r.IsOurs).Sum(r => r.Row.Answered), answered * ours / all,
                    all > 1 ? answered * ours * theirs * (all - answered) / (all * all * (all - 1)) : 0);
            ours -= at.Where(r => r.IsOurs).Sum(r => r.Row.Left);
            theirs -= at.Where(r => !r.IsOurs).Sum(r => r.Row.Left);
        }

        return result;
    }
}
