using AcikKapi.Analytics.Detection;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class ProvinceForecastsTests
{
    const int Provinces = 40, Weeks = 270, Longest = 8;

    [Fact]
    public void SeasonsOfTheWholeCountry_AreTakenFromIt_AndTheMeanIsBetterKnownThanFromOwnYears()
    {
        var country = Country(1, local: false);
        var forecasts = ProvinceForecasts.Of(country, Longest);

        Assert.All(country, one => Assert.True(forecasts.Windows(one)[^1].Error < SuddenRise.Forecasts(one, Longest)[^1].Error));
        Assert.InRange(country.Average(one => forecasts.Windows(one)[^1].Observed / forecasts.Windows(one)[^1].Expected), 0.97, 1.03);
    }

    [Fact]
    public void SeasonsOfPlacesOwn_AreTakenFromTheirOwnYears()
    {
        var country = Country(2, local: true);
        var forecasts = ProvinceForecasts.Of(country, Longest);

        Assert.True(country.Count(one => forecasts.Windows(one)[^1].Expected == SuddenRise.Forecasts(one, Longest)[^1].Expected) > 0.8 * Provinces);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void NothingPlanted_PValuesKeepTheirNominalRate(bool local)
    {
        var windows = Enumerable.Range(10, 20).SelectMany(seed =>
        {
            var country = Country(seed, local);
            var forecasts = ProvinceForecasts.Of(country, Longest);
            return country.SelectMany(one => forecasts.Windows(one).Where(w => w.Weeks is 1 or 4 or 8));
        }).ToList();

        Assert.InRange(windows.Average(w => w.PValue() <= 0.05 ? 1.0 : 0), 0.01, 0.065);
        Assert.InRange(windows.Average(w => w.PValue() <= 0.01 ? 1.0 : 0), 0, 0.018);
    }

    // No case in five years, and five times three in the last weeks: what all others have says nothing of it.
    [Fact]
    public void PlaceThatNeverHadACase_ExpectsHardlyAny()
    {
        var country = Country(3, local: false);
        var counts = new int[Weeks];
        counts.AsSpan(Weeks - 3).Fill(5);
        var one = country[0] with { Counts = counts };

        var window = ProvinceForecasts.Of([one, .. country.Skip(1)], Longest).Windows(one)[3];
        Assert.InRange(window.Expected, 0, 0.1);
        Assert.InRange(window.PValue(), 0, 1e-4);
    }

    [Fact]
    public void LoneProvince_OrTooShortAPast_IsNotComparedWithAnybody()
    {
        var one = Country(4, local: false)[0];

        Assert.Equal(SuddenRise.Forecasts(one, Longest).Select(w => w.Expected), ProvinceForecasts.Of([one], Longest).Windows(one).Select(w => w.Expected));
        var young = one with { Counts = one.Counts[..40] };
        Assert.Empty(ProvinceForecasts.Of([young], Longest).Windows(young));
        var empty = one with { Counts = new int[Weeks] };
        Assert.All(ProvinceForecasts.Of([empty, empty with { Key = empty.Key with { ProvinceCode = 2 } }], Longest).Windows(empty), w => Assert.True(double.IsFinite(w.PValue()) && double.IsFinite(w.Expected)));
    }

    // Two or three places with data, as a country has that begins: their own years, and never an expectation of nothing because the others had nothing.
    [Fact]
    public void FewPlaces_AreJudgedByTheirOwnYears()
    {
        var few = Country(5, local: false).Take(3).ToList();
        few[1] = few[1] with { Counts = [.. few[1].Counts[..^8], .. new int[8]] };
        few[2] = few[2] with { Counts = new int[Weeks] };
        var forecasts = ProvinceForecasts.Of(few, Longest);

        Assert.All(few, one => Assert.Equal(SuddenRise.Forecasts(one, Longest).Select(w => w.Expected), forecasts.Windows(one).Select(w => w.Expected)));
    }

    // Thirty-nine places from which nothing came in the last weeks, as when their systems are away, say nothing of the fortieth.
    [Fact]
    public void OthersThatFellSilent_ExpectNothingOfAPlace()
    {
        List<WeeklySeries> country = [.. Country(6, local: false).Select((one, at) => at == 0 ? one : one with { Counts = [.. one.Counts[..^8], .. new int[8]] })];

        var windows = ProvinceForecasts.Of(country, Longest).Windows(country[0]);
        Assert.All(windows, w => Assert.True(w.Expected > 1));
        Assert.True(windows[^1].PValue() > 1e-3);
    }

    static List<WeeklySeries> Country(int seed, bool local)
    {
        var random = new Random(seed);
        double Phase() => 6.28 * random.NextDouble();
        var common = Phase();
        return [.. Enumerable.Range(1, Provinces).Select(province =>
        {
            var (mean, phase) = (4 * Math.Exp(3 * random.NextDouble()), local ? Phase() : common);
            return new WeeklySeries(new SeriesKey("province_topic", province, null, NullWorlds.Topics[0]), NullWorlds.Monday,
                [.. Enumerable.Range(0, Weeks).Select(week => NullWorlds.Count(random, mean * (week % 51 == 20 ? 0.5 : 1) * Math.Exp(0.4 * Math.Sin(2 * Math.PI * week / 52.18 + phase)), 2))]);
        })];
    }
}
