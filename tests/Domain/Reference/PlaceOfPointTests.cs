using AcikKapi.Domain.Reference;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Reference;

public sealed class PlaceOfPointTests
{
    [Fact]
    public void Centres_LieInTheirOwnDistrict()
    {
        var districts = Vocabulary.Current.Districts;
        var own = districts.Count(d => PlaceOfPoint.Find(Centres.OfDistrict(d.Code)) == d);
        Assert.True(own >= 0.97 * districts.Count, $"{own} of {districts.Count}"); // the rest lie at borders that the outlines round off
        Assert.All(Vocabulary.Current.Provinces, p => Assert.Equal(p.Code, PlaceOfPoint.Find(Centres.OfProvince(p.Code))?.ProvinceCode));
    }

    [Theory]
    [InlineData(37.98, 23.73)] // Athens
    [InlineData(35.00, 31.00)] // the open sea
    [InlineData(0, 0)]
    [InlineData(39.9, -32.8)]
    public void PointsElsewhere_AreNowhere(double latitude, double longitude) => Assert.Null(PlaceOfPoint.Find(new GeoPoint(latitude, longitude)));

    [Fact]
    public void AnyPoint_IsOfOneProvinceWhoseNearestCentreItGets() =>
        Gen.Select(Gen.Double[35.5, 42.5], Gen.Double[25.5, 45]).Sample((latitude, longitude) =>
        {
            var point = new GeoPoint(latitude, longitude);
            if (PlaceOfPoint.Find(point) is not { } district) return true;
            return Vocabulary.Current.DistrictsOf(district.ProvinceCode).All(d => Haversine(point, Centres.OfDistrict(district.Code)) <= Haversine(point, Centres.OfDistrict(d.Code)) * 1.001);
        }, iter: 2000);

    /// <summary>On the sphere, as an oracle.</summary>
    static double Haversine(GeoPoint a, GeoPoint b)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var h = Math.Pow(Math.Sin(Radians(a.Latitude - b.Latitude) / 2), 2)
            + Math.Cos(Radians(a.Latitude)) * Math.Cos(Radians(b.Latitude)) * Math.Pow(Math.Sin(Radians(a.Longitude - b.Longitude) / 2), 2);
        return 2 * 6371 * Math.Asin(Math.Sqrt(h));
    }
}
