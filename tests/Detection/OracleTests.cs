using System.Globalization;
using AcikKapi.Analytics.Detection;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Detection;

/// <summary>Our Farrington against the R package surveillance, series by series (ACIKKAPI_ORACLES=1; Debian r-cran-surveillance).</summary>
public sealed class OracleTests
{
    const double Absurd = 1e9; // bounds beyond it only say that the season was empty; we say null

    [Fact]
    public void Salmonella_HasThePublishedBounds()
    {
        var cases = Ask("salmonella");

        Assert.Equal(10, cases.Count);
        Assert.All(cases, AssertAgrees);
    }

    [Fact]
    public void ThousandRandomSeries_HaveTheReferencesBounds()
    {
        var cases = Ask("random");

        Assert.Equal(1000, cases.Count);
        Assert.All(cases, AssertAgrees);
    }

    static void AssertAgrees(OracleCase r)
    {
        var now = r.Counts.Length - 1;
        var fit = FarringtonFlexible.Fit(r.Counts, now, [.. Enumerable.Range(1, r.Years).Select(year => now - 52 * year)]);
        if (r.Dispersion is not { } dispersion || r.Mean is not { } mean)
        {
            Assert.Null(fit); // both regressions gave up
            return;
        }

        Assert.NotNull(fit);
        Assert.Equal(r.Muan is > Absurd ? null : r.Muan, (double?)fit.Bound(r.Alpha));
        Assert.Equal(r.Plugin, (double?)fit.WatchBound(r.Alpha));
        Assert.Equal(1, fit.Dispersion / dispersion, 1e-6);
        if (mean > 1e-6) Assert.Equal(1, fit.Mean / mean, 1e-6);
        if (r.Delta is { } delta) Assert.Equal(1, Delta(fit, r.Alpha) / delta, 1e-6);
    }

    // Farrington's own bound on the 2/3 power scale: made of the same mean, φ and standard error, and no whole number.
    static double Delta(FarringtonFit fit, double alpha)
    {
        var scatter = fit.Dispersion + fit.StandardError * fit.StandardError * fit.Mean;
        var error = Math.Sqrt(4.0 / 9 * Math.Cbrt(fit.Mean) * scatter);
        var z = -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, alpha);
        return Math.Pow(Math.Pow(fit.Mean, 2.0 / 3) + z * error, 1.5);
    }

    static List<OracleCase> Ask(string what) => [.. RScript.Lines("Detection/farrington.R", "surveillance", what).Select(OracleCase.Parse)];

    sealed record OracleCase(int Years, double Alpha, int[] Counts, double? Muan, double? Plugin, double? Delta, double? Dispersion, double? Mean)
    {
        public static OracleCase Parse(string line)
        {
            var f = line.Split(';');
            return new OracleCase(
                int.Parse(f[0], CultureInfo.InvariantCulture), Number(f[1])!.Value,
                [.. f[2].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
                Number(f[3]), Number(f[4]), Number(f[5]), Number(f[6]), Number(f[7]));
        }

        static double? Number(string text) => text == "NA" ? null : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
