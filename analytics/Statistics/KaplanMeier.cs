namespace AcikKapi.Analytics.Statistics;

/// <summary>At a time at which something happened: S(t), its variance (Greenwood) and its 95 % interval (log–log).</summary>
public readonly record struct SurvivalStep(int Time, long AtRisk, long Events, double Survival, double Variance)
{
    const double Z95 = 1.959963984540054;

    /// <summary>Null where S is 0 or 1: nothing can be said.</summary>
    public (double Low, double High)? Interval
    {
        get
        {
            if (Survival is <= 0 or >= 1) return null;
            var width = Z95 * Math.Sqrt(Variance) / (Survival * -Math.Log(Survival));
            return (Math.Pow(Survival, Math.Exp(width)), Math.Pow(Survival, Math.Exp(-width)));
        }
    }
}

/// <summary>
/// The share still waiting after t (Kaplan and Meier 1958): cases without an answer count until today. The median of the
/// closed ones alone is far too short (7.0 days where the truth was 20.0).
/// </summary>
public static class KaplanMeier
{
    /// <summary>One step a time at which there was an event, earliest first.</summary>
    public static IReadOnlyList<SurvivalStep> Curve(IEnumerable<AgeRow> rows)
    {
        var steps = new List<SurvivalStep>();
        var (survival, hazards, atRisk) = (1.0, 0.0, 0L);
        foreach (var at in rows.GroupBy(r => r.Age).OrderBy(g => g.Key))
        {
            atRisk += at.Sum(r => r.Entered);
            var events = at.Sum(r => (long)r.Answered);
            if (events > 0)
            {
                survival *= 1 - events / (double)atRisk;
                hazards += events == atRisk ? 0 : events / ((double)atRisk * (atRisk - events));
                steps.Add(new SurvivalStep(at.Key, atRisk, events, survival, survival * survival * hazards));
            }

            atRisk -= at.Sum(r => r.Left);
        }

        return steps;
    }

    /// <summary>The first time at which no more than half wait; null where more than half still do. As R, exactly half: the middle to the next step.</summary>
    public static double? Median(IReadOnlyList<SurvivalStep> curve)
    {
        const double half = 0.5 + 1e-9;
        for (var i = 0; i < curve.Count; i++)
            if (curve[i].Survival <= half)
                return Math.Abs(curve[i].Survival - 0.5) < 1e-9 && i + 1 < curve.Count ? (curve[i].Time + curve[i + 1].Time) / 2.0 : curve[i].Time;
        return null;
    }

    /// <summary>
    /// The share that ended by <paramref name="cause"/> up to t while other endings compete (Aalen and Johansen 1978). Causes: 0 still waiting.
    /// </summary>
    public static IReadOnlyList<(int Time, double Share)> CumulativeIncidence(IReadOnlyCollection<(int Time, int Cause)> cases, int cause)
    {
        var steps = new List<(int, double)>();
        var (waiting, share, atRisk) = (1.0, 0.0, cases.Count);
        foreach (var at in cases.GroupBy(c => c.Time).OrderBy(g => g.Key))
        {
            var (ended, all) = (at.Count(c => c.Cause == cause), at.Count(c => c.Cause != 0));
            share += waiting * ended / atRisk;
            waiting *= 1 - all / (double)atRisk;
            if (ended > 0) steps.Add((at.Key, share));
            atRisk -= at.Count();
        }

        return steps;
    }
}
