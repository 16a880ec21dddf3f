using AcikKapi.Domain;
using AcikKapi.Domain.Reference;
using Xunit;

namespace AcikKapi.Tests.Domain.Reference;

public sealed class MapTests
{
    [Fact]
    public void Neighbours_AreMutualAndNeverOneself()
    {
        var provinces = Vocabulary.Current.Provinces.Select(p => p.Code).ToList();

        Assert.All(provinces, p => Assert.All(ProvinceNeighbours.Of(p), n => Assert.Contains(p, ProvinceNeighbours.Of(n))));
        Assert.All(provinces, p => Assert.DoesNotContain(p, ProvinceNeighbours.Of(p)));
        Assert.Equal(2 * 197, provinces.Sum(p => ProvinceNeighbours.Of(p).Count));
    }

    [Fact]
    public void Igdir_HasKarsAndAgri() => Assert.Equal([4, 36], ProvinceNeighbours.Of(76));

    [Fact]
    public void EveryPlace_HasACentreInTurkey()
    {
        Assert.All(Vocabulary.Current.Provinces, p => AssertInTurkey(Centres.OfProvince(p.Code)));
        Assert.All(Vocabulary.Current.Districts, d => AssertInTurkey(Centres.OfDistrict(d.Code)));
    }

    [Fact]
    public void EveryProvince_HasClosedOutlinesAroundItsCentre() => Assert.All(Vocabulary.Current.Provinces, p =>
    {
        var rings = ProvinceOutlines.Of(p.Code);
        Assert.All(rings, ring => Assert.Equal(ring[0], ring[^1]));
        Assert.All(rings.SelectMany(r => r), AssertInTurkey);
        var box = rings.SelectMany(r => r).ToList();
        var centre = Centres.OfProvince(p.Code);
        Assert.InRange(centre.Latitude, box.Min(x => x.Latitude), box.Max(x => x.Latitude));
        Assert.InRange(centre.Longitude, box.Min(x => x.Longitude), box.Max(x => x.Longitude));
    });

    [Fact]
    public void UnknownProvince_IsAUserError()
    {
        Assert.Empty(ProvinceNeighbours.Of(82));
        Assert.Throws<UserError>(() => ProvinceOutlines.Of(82));
        Assert.Throws<UserError>(() => Centres.OfProvince(82));
        Assert.Throws<UserError>(() => Centres.OfDistrict(82));
    }

    static void AssertInTurkey(GeoPoint point)
    {
        Assert.InRange(point.Latitude, 35.7, 42.2);
        Assert.InRange(point.Longitude, 25.5, 45.0);
    }
}
