namespace AcikKapi.Domain.Reference;

/// <summary>Which district a point is taken to lie in: the province by its outline, in it the nearest district centre. An approximation: no district outlines are free to use.</summary>
public static class PlaceOfPoint
{
    /// <summary>The outlines are coarse along coasts and borders: a point outside all of them belongs to a centre this near.</summary>
    const double FarthestKm = 30;

    const double KmPerDegree = 111.2;

    /// <summary>Null for a point that is not in Turkey.</summary>
    public static District? Find(GeoPoint point)
    {
        var provinces = Vocabulary.Current.Provinces.Where(p => ProvinceOutlines.Of(p.Code).Count(ring => Holds(ring, point)) % 2 == 1).Select(p => p.Code).ToList();
        if (provinces.Count > 0) return provinces.SelectMany(Vocabulary.Current.DistrictsOf).MinBy(d => Km(point, Centres.OfDistrict(d.Code)));
        var nearest = Vocabulary.Current.Districts.MinBy(d => Km(point, Centres.OfDistrict(d.Code)))!;
        return Km(point, Centres.OfDistrict(nearest.Code)) <= FarthestKm ? nearest : null;
    }

    /// <summary>Even-odd rule: a ray to the east crosses the ring an odd number of times.</summary>
    static bool Holds(IReadOnlyList<GeoPoint> ring, GeoPoint point)
    {
        var inside = false;
        for (var (i, j) = (0, ring.Count - 1); i < ring.Count; j = i++)
        {
            var (one, other) = (ring[i], ring[j]);
            if (one.Latitude > point.Latitude != other.Latitude > point.Latitude
                && point.Longitude < (other.Longitude - one.Longitude) * (point.Latitude - one.Latitude) / (other.Latitude - one.Latitude) + one.Longitude)
                inside = !inside;
        }
        return inside;
    }

    /// <summary>Good to a thousandth within Turkey: degrees of longitude shrink with the cosine of the latitude.</summary>
    public static double Km(GeoPoint one, GeoPoint other)
    {
        var north = one.Latitude - other.Latitude;
        var east = (one.Longitude - other.Longitude) * Math.Cos((one.Latitude + other.Latitude) / 2 * Math.PI / 180);
        return KmPerDegree * Math.Sqrt(north * north + east * east);
    }
}
