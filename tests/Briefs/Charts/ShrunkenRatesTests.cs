using System.Globalization;
using AcikKapi.Reports.Charts;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Briefs.Charts;

public sealed class ShrunkenRatesTests
{
    /// <summary>R: spdep::EBest(c(10,3,0,55,120,7), c(1000,900,20,3000,4000,150)).</summary>
    [Fact]
    public void SixPlaces_HaveThePackagesRates()
    {
        double[] expected = [0.01244106915672, 0.00751932288318, 0.02001407432867, 0.01859429539428, 0.02946346076638, 0.03049884267772];
        var rates = ShrunkenRates.Of([(10, 1000), (3, 900), (0, 20), (55, 3000), (120, 4000), (7, 150)], per: 1);

        Assert.All(rates.Zip(expected), pair => Assert.Equal(pair.Second, pair.First!.Value, 1e-13));
    }

    [Fact]
    public void HiddenOrUnpeopledPlaces_HaveNoRate_AndChangeNoOther()
    {
        var rates = ShrunkenRates.Of([(10, 1000), (null, 900), (4, null), (5, 0), (90, 4000)]);

        Assert.Equal([null, null, null], rates.Skip(1).Take(3));
        Assert.Equal(ShrunkenRates.Of([(10, 1000), (90, 4000)]), [rates[0], rates[4]]);
    }

    [Fact]
    public void NothingAnywhere_IsZero_AndNobodyKnown_IsNothing()
    {
        Assert.Equal([0.0, 0.0], ShrunkenRates.Of([(0, 100), (0, 200)]));
        Assert.Equal([null, null], ShrunkenRates.Of([(null, 100), (null, 200)]));
        Assert.Empty(ShrunkenRates.Of([]));
    }

    /// <summary>ACIKKAPI_ORACLES=1; Debian r-cran-spdep.</summary>
    [Fact]
    public void ThousandRandomMaps_HaveThePackagesRates()
    {
        var maps = RScript.Lines("Briefs/Charts/shrunken_rates.R", "spdep");

        Assert.Equal(1000, maps.Length);
        foreach (var map in maps)
        {
            var (cases, people, expected) = map.Split(';') is [var a, var b, var c] ? (Numbers(a), Numbers(b), Numbers(c)) : throw new FormatException(map);
            var rates = ShrunkenRates.Of([.. cases.Zip(people, (n, all) => ((long?)n, (long?)all))], per: 1);
            Assert.All(rates.Zip(expected), pair => Assert.Equal(pair.Second, pair.First!.Value, 1e-12));
        }
    }

    static double[] Numbers(string list) => [.. list.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}
