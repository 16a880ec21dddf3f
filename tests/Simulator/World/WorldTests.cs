using AcikKapi.Domain.Reference;
using AcikKapi.Simulator.World;
using Xunit;

namespace AcikKapi.Tests.Simulator.World;

public sealed class WorldTests
{
    static readonly IReadOnlyList<Bureau> Bureaus = Bureau.OfCountry(1);

    static ProvinceWorld Of(int province) => new(Vocabulary.Current.Provinces[province], Bureaus, unit => unit, seed: 1);

    [Fact]
    public void EveryTopicOfTheList_HasAProfile() => Assert.Equal(
        Vocabulary.Current.Topics.Select(t => t.Code).Order(StringComparer.Ordinal),
        TopicProfile.All.Select(t => t.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryTopic_HasACompetentUnitInEveryProvince() => Assert.All(Vocabulary.Current.Provinces, province =>
    {
        var world = Of(province.Code);
        foreach (var topic in TopicProfile.All)
            foreach (var place in world.Places)
            {
                Assert.Equal(province.Code, world.UnitFor(topic.Unit, place.District.Code).Province);
                Assert.Equal(province.Code, world.UnitFor(topic.OtherUnit, null).Province);
            }
    });

    [Theory]
    [InlineData(76, "Iğdır İl Millî Eğitim Müdürlüğü", "76-MEB")]
    [InlineData(76, "Tuzluca Belediyesi", "76-1692-BEL")]
    [InlineData(34, "İstanbul Büyükşehir Belediyesi", "34-BSB")]
    public void Units_AreNamedAsInLife(int province, string name, string code) => Assert.Equal(name, Of(province).UnitOf(code).Name);

    [Fact]
    public void DistrictBureaus_AreAsManyAsPublished() => Assert.Equal(221, Bureaus.Count);
}
