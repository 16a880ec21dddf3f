namespace AcikKapi.Domain.Reference;

/// <summary>WGS 84, in degrees.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude);
