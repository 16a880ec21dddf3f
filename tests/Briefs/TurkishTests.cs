using System.Globalization;
using AcikKapi.Reports.Model;
using AcikKapi.Reports.Text;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed class TurkishTests
{
    [Theory]
    [InlineData("Iğdır", "Iğdır’da", "Iğdır’ın", "Iğdır’a")]
    [InlineData("Kars", "Kars’ta", "Kars’ın", "Kars’a")]
    [InlineData("Ağrı", "Ağrı’da", "Ağrı’nın", "Ağrı’ya")]
    [InlineData("Bilecik", "Bilecik’te", "Bilecik’in", "Bilecik’e")]
    [InlineData("Muş", "Muş’ta", "Muş’un", "Muş’a")]
    [InlineData("Gümüşhane", "Gümüşhane’de", "Gümüşhane’nin", "Gümüşhane’ye")]
    [InlineData("Düzce", "Düzce’de", "Düzce’nin", "Düzce’ye")]
    [InlineData("İstanbul", "İstanbul’da", "İstanbul’un", "İstanbul’a")]
    [InlineData("Kocaeli", "Kocaeli’nde", "Kocaeli’nin", "Kocaeli’ne")]
    public void PlaceName_TakesTheEndingsItsSoundAsksFor(string name, string locative, string genitive, string dative) =>
        Assert.Equal((locative, genitive, dative), (Suffix.Locative(name), Suffix.Genitive(name), Suffix.Dative(name)));

    [Fact]
    public void HiddenCount_IsAStarAndZeroIsZero()
    {
        Assert.Equal("*", Tr.Count(null));
        Assert.Equal("0", Tr.Count(0));
        Assert.Equal("1.234.567", Tr.Count(1_234_567));
    }

    [Theory]
    [InlineData(0.1234, "%12")]
    [InlineData(0.004, "%0,4")]
    [InlineData(0, "%0")]
    [InlineData(12.5, "%1.250")]
    public void Share_IsATurkishPercent(double share, string text) => Assert.Equal(text, Tr.Percent(share));

    [Fact]
    public void Change_SaysItsDirection()
    {
        Assert.Equal("+%12", Tr.Change(Ratio.Change(112, 100)));
        Assert.Equal("−%5", Tr.Change(Ratio.Change(95, 100)));
        Assert.Equal("%0", Tr.Change(Ratio.Change(1001, 1000)));
        Assert.Equal("*", Tr.Change(Ratio.Change(null, 100)));
        Assert.Equal("–", Tr.Change(Ratio.Change(5, 0)));
    }

    [Fact]
    public void Rate_HasADecimalComma() => Assert.Equal("1.234,5", Tr.OneDecimal(Ratio.PerHundredThousand(12_345, 1_000_000)));

    [Fact]
    public void AnotherCulture_ChangesNothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            Assert.Equal("23 Kasım 2026", Tr.Date(new DateOnly(2026, 11, 23)));
            Assert.Equal("1–31 Ekim 2026", Tr.Range(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31)));
            Assert.Equal("2,5", Tr.OneDecimal(2.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
