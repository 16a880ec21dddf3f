using AcikKapi.Domain.Reference;
using AcikKapi.Reports.Charts;
using AcikKapi.Reports.Model;
using Xunit;

namespace AcikKapi.Tests.Briefs.Charts;

public sealed class RateMapTests
{
    /// <summary>As in a country that begins: three provinces with applications, none in all others.</summary>
    [Fact]
    public void FewProvincesWithApplications_AreToldApartFromThoseWithout()
    {
        var map = RateMap.Draw(Country(code => code switch { 4 => 1_203, 36 => 1_136, 76 => 2_061, _ => 0 }));

        Assert.Equal(78, Fills(map).Count(fill => fill == Palette.Ramp[0]));
        Assert.True(Fills(map).Distinct().Count() >= 3);
        Assert.Contains("altı", map, StringComparison.Ordinal); // the legend
    }

    [Fact]
    public void EveryStep_HasAsManyProvinces_WhereAllHaveApplications()
    {
        var random = new Random(1);
        var fills = Fills(RateMap.Draw(Country(_ => 200 + random.Next(5_000)))).GroupBy(fill => fill).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(Palette.Ramp.Length, fills.Count);
        Assert.All(fills.Values, count => Assert.InRange(count, 14, 19));
    }

    static List<PlaceRow> Country(Func<int, long> received) =>
        [.. Vocabulary.Current.Provinces.Select(p => new PlaceRow { Code = p.Code, Name = p.Name, Population = p.Population2025, Received = received(p.Code) })];

    static string[] Fills(string map) => [.. map.Split("<path d=").Skip(1).Where(path => path.Contains("stroke=\"#fff\"", StringComparison.Ordinal)).Select(path => path.Split("fill=\"")[1].Split('"')[0])];
}
