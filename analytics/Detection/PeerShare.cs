namespace AcikKapi.Analytics.Detection;

/// <summary>
/// What a place's weeks should have held by what all other places had of the same type in the same weeks: its share of the country, with a slow
/// drift. Season, holidays and the country's trend are in the others' counts already and need not be learned from a few cases a week, and how
/// much such counts scatter is learned from all places of the type together.
/// </summary>
sealed class PeerShare
{
    public const int MostWeeks = 5 * 52;
    const int LeftOut = 26, FewestWeeks = 52;
    const double OutbreakAbove = 2.58;

    // Whom a place is compared with must have cases enough that their own scatter does not drown the place's: a week, and times the place's.
    const double FewestPeersWeekly = 10, FewestTimesOwn = 2;
    const double FirstDispersion = 1.5; // only to weigh the drift's prior in the first of two fits

    readonly int[] counts;
    readonly double[] peers;
    readonly int from, until;
    double level, drift, middle, levelInformation, crossInformation, driftInformation;

    PeerShare(int[] counts, double[] peers, int from, int until) => (this.counts, this.peers, this.from, this.until) = (counts, peers, from, until);

    public SeriesScatter Scattered { get; private set; }

    /// <summary>Null where there are too few weeks, or all others together had too few cases in them, or hardly any now.</summary>
    /// <param name="counts">The place's, oldest first.</param>
    /// <param name="peers">What all others had, in the same weeks.</param>
    /// <param name="yearlyDrift">Standard deviation of ln(share) a year, by which the drift is drawn to none.</param>
    public static PeerShare? Fit(int[] counts, double[] peers, int longest, double yearlyDrift)
    {
        var until = counts.Length - LeftOut;
        var share = new PeerShare(counts, peers, Math.Max(0, until - MostWeeks), until);
        if (until - share.from < FewestWeeks) return null;
        var (others, own) = (peers[share.from..until].Average(), counts[share.from..until].Average());
        if (others < FewestPeersWeekly || others < FewestTimesOwn * own || peers[^longest..].Any(n => n < FewestPeersWeekly / 4)) return null;
        var weights = new double[until];
        Array.Fill(weights, 1);
        share.Estimate(weights, FirstDispersion, yearlyDrift);
        var dispersion = Math.Max(1, share.Scatter(1));
        for (var i = share.from; i < until; i++)
            if (share.Mean(i) is > 0 and var mean && Anscombe(counts[i], mean) / Math.Sqrt(dispersion) is > OutbreakAbove and var s)
                weights[i] = 1 / (s * s);
        share.Estimate(weights, dispersion, yearlyDrift);
        share.Scattered = new SeriesScatter([.. Enumerable.Range(1, longest).Select(share.Scatter)], until - share.from, Enumerable.Range(share.from, until - share.from).Average(share.Mean));
        return share;
    }

    /// <summary>Of ln(share) a year, and its standard error.</summary>
    public (double Yearly, double Error) Drift =>
        (52 * drift, 52 * Math.Sqrt(Scattered.Dispersions[0] * levelInformation / (levelInformation * driftInformation - crossInformation * crossInformation)));

    /// <param name="dispersions">φ by window − 1.</param>
    /// <param name="dispersionError">Of ln φ.</param>
    public WindowForecast[] Windows(IReadOnlyList<double> dispersions, double dispersionError)
    {
        var windows = new WindowForecast[dispersions.Count];
        var (mean, weeks, observed) = (0.0, 0.0, 0L);
        for (var window = 1; window <= windows.Length; window++)
        {
            var week = counts.Length - window;
            var meanOfWeek = Mean(week);
            mean += meanOfWeek;
            weeks += meanOfWeek * week;
            observed += counts[week];
            var away = mean > 0 ? weeks / mean - middle : week - middle;
            windows[window - 1] = new WindowForecast(window, observed, mean, Math.Sqrt(dispersions[0] * Variance(away)), dispersions[window - 1], dispersionError);
        }

        return windows;
    }

    double Mean(int week) => peers[week] * Math.Exp(level + drift * (week - middle));

    // Poisson likelihood with a normal prior on the drift, by Newton's method.
    void Estimate(double[] weights, double dispersion, double yearlyDrift)
    {
        var (sum, known, weeks) = (0.5, 0.0, 0.0); // half a case: none in five years does not prove that there can be none
        for (var i = from; i < until; i++)
        {
            sum += weights[i] * counts[i];
            known += weights[i] * peers[i];
            weeks += weights[i] * peers[i] * i;
        }

        (level, drift, middle) = (Math.Log(sum / known), 0, weeks / known);
        var prior = dispersion / Math.Pow(yearlyDrift / 52, 2);
        for (var step = 0; step < 20; step++)
        {
            var (g0, g1) = (0.5 - 0.5 * Math.Exp(level) * known / sum, -prior * drift);
            (levelInformation, crossInformation, driftInformation) = (0.5, 0, prior);
            for (var i = from; i < until; i++)
            {
                var (mean, away) = (weights[i] * Mean(i), i - middle);
                var rest = weights[i] * counts[i] - mean;
                g0 += rest;
                g1 += rest * away;
                levelInformation += mean;
                crossInformation += mean * away;
                driftInformation += mean * away * away;
            }

            var determinant = levelInformation * driftInformation - crossInformation * crossInformation;
            var (d0, d1) = ((driftInformation * g0 - crossInformation * g1) / determinant, (levelInformation * g1 - crossInformation * g0) / determinant);
            level += Math.Clamp(d0, -1, 1);
            drift += d1;
            if (Math.Abs(d0) < 1e-9) break;
        }
    }

    // Of ln(mean) so many weeks from the middle, for φ = 1.
    double Variance(double away)
    {
        var determinant = levelInformation * driftInformation - crossInformation * crossInformation;
        return (driftInformation - 2 * crossInformation * away + levelInformation * away * away) / determinant;
    }

    // Overlapping sums, each one once: slow movements that the drift does not follow make longer sums scatter more.
    double Scatter(int window)
    {
        var (excess, expected, squares, total) = (0.0, 0.0, 0.0, 0.0);
        for (var i = from; i < until; i++)
        {
            excess += counts[i] - Mean(i);
            expected += Mean(i);
            if (i - from >= window)
            {
                excess -= counts[i - window] - Mean(i - window);
                expected -= Mean(i - window);
            }

            if (i - from < window - 1) continue;
            squares += excess * excess;
            total += expected;
        }

        return total > 0 ? squares / total : 1;
    }

    static double Anscombe(double count, double mean) => 1.5 * (Math.Cbrt(count * count) * Math.Pow(mean, -1.0 / 6) - Math.Sqrt(mean));
}
