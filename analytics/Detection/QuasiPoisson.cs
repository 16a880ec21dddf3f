namespace AcikKapi.Analytics.Detection;

/// <summary>
/// Quasi-Poisson regression with log link on one factor and, if wanted, a linear trend, by iteratively reweighted
/// least squares. With one factor each step is an analysis of covariance and needs no matrix: that is what keeps a
/// series under a tenth of a millisecond. Start, floor and stopping rule are those of R's glm, so that seasons
/// without a single case end where R ends.
/// </summary>
sealed class QuasiPoisson
{
    const double ConvergedAt = 1e-8;
    const int MostSteps = 25;
    const double SmallestMean = 2.220446049250313e-16;

    readonly double[] counts, times, prior;
    readonly int[] groups;
    readonly bool trend;
    readonly double[] means, weights, groupWeight, groupTime, intercepts;
    double slope, timeSquares;

    QuasiPoisson(double[] counts, double[] times, int[] groups, double[] prior, int groupCount, bool trend)
    {
        (this.counts, this.times, this.groups, this.prior, this.trend) = (counts, times, groups, prior, trend);
        (means, weights) = (new double[counts.Length], new double[counts.Length]);
        (groupWeight, groupTime, intercepts) = (new double[groupCount], new double[groupCount], new double[groupCount]);
    }

    /// <summary>Null where 25 steps do not converge.</summary>
    public static QuasiPoisson? Fit(double[] counts, double[] times, int[] groups, double[] prior, int groupCount, bool trend)
    {
        var model = new QuasiPoisson(counts, times, groups, prior, groupCount, trend);
        return model.Converge() ? model : null;
    }

    public ReadOnlySpan<double> Means => means;

    /// <summary>Pearson χ² over the degrees of freedom: how many times more scattered than Poisson.</summary>
    public double Dispersion => SquaredResiduals(weights) / DegreesOfFreedom;

    /// <summary>The same with the prior weights alone; see <see cref="FarringtonFit.Bound"/>.</summary>
    public double DispersionOfWorkingResiduals => SquaredResiduals(prior) / DegreesOfFreedom;

    public bool Knows(int group) => groupWeight[group] > 0;

    public double LogMean(int group, double time) => intercepts[group] + slope * time;

    /// <summary>Variance, before dispersion, of Σ_g a_g·intercept_g + b·slope.</summary>
    public double VarianceOf(ReadOnlySpan<double> ofGroups, double ofSlope)
    {
        var variance = 0.0;
        for (var g = 0; g < ofGroups.Length; g++)
        {
            if (ofGroups[g] == 0) continue;
            variance += ofGroups[g] * ofGroups[g] / groupWeight[g];
            ofSlope -= ofGroups[g] * groupTime[g];
        }

        return trend ? variance + ofSlope * ofSlope / timeSquares : variance;
    }

    /// <summary>How much row i pulls its own fitted value (diagonal of the hat matrix).</summary>
    public double Leverage(int i)
    {
        var distance = times[i] - groupTime[groups[i]];
        return weights[i] * (1 / groupWeight[groups[i]] + (trend ? distance * distance / timeSquares : 0));
    }

    int DegreesOfFreedom => counts.Length - groupWeight.Count(w => w > 0) - (trend ? 1 : 0);

    double SquaredResiduals(double[] rowWeights)
    {
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            var residual = (counts[i] - means[i]) / means[i];
            sum += rowWeights[i] * residual * residual;
        }

        return sum;
    }

    bool Converge()
    {
        for (var i = 0; i < counts.Length; i++) means[i] = counts[i] + 0.1;
        var before = Deviance();
        for (var step = 0; step < MostSteps; step++)
        {
            Step();
            var now = Deviance();
            if (!double.IsFinite(now)) return false;
            if (Math.Abs(now - before) / (Math.Abs(now) + 0.1) < ConvergedAt) return true;
            before = now;
        }

        return false;
    }

    void Step()
    {
        Array.Clear(groupWeight);
        Array.Clear(groupTime);
        Array.Clear(intercepts);
        for (var i = 0; i < counts.Length; i++)
        {
            var g = groups[i];
            weights[i] = prior[i] * means[i];
            groupWeight[g] += weights[i];
            groupTime[g] += weights[i] * times[i];
            intercepts[g] += weights[i] * Working(i);
        }

        for (var g = 0; g < groupWeight.Length; g++)
        {
            if (groupWeight[g] == 0) continue;
            groupTime[g] /= groupWeight[g];
            intercepts[g] /= groupWeight[g];
        }

        slope = trend ? Slope() : 0;
        for (var g = 0; g < intercepts.Length; g++) intercepts[g] -= slope * groupTime[g];
        for (var i = 0; i < counts.Length; i++)
            means[i] = Math.Max(Math.Exp(LogMean(groups[i], times[i])), SmallestMean);
    }

    double Slope()
    {
        timeSquares = 0;
        var products = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            var distance = times[i] - groupTime[groups[i]];
            timeSquares += weights[i] * distance * distance;
            products += weights[i] * distance * (Working(i) - intercepts[groups[i]]);
        }

        return products / timeSquares;
    }

    double Working(int i) => Math.Log(means[i]) + (counts[i] - means[i]) / means[i];

    double Deviance()
    {
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            var excess = counts[i] - means[i];
            sum += prior[i] * (counts[i] == 0 ? means[i] : counts[i] * Math.Log(counts[i] / means[i]) - excess);
        }

        return 2 * sum;
    }
}
