using AcikKapi.Reports;

namespace AcikKapi.Dashboard.SignIn;

/// <summary>Who works here: a role and a place, as the intake tells them; no name.</summary>
/// <param name="ProvinceCode">Null for the ministry's.</param>
/// <param name="DistrictCode">Set for staff of a kaymakamlık.</param>
public sealed record Officer(string Role, int? ProvinceCode, int? DistrictCode)
{
    static readonly string[] OfPlaces = ["analyst", "coordinator", "executive"];

    public bool IsMinistry => Role == "ministry";

    public bool MayWorkHere => IsMinistry || ProvinceCode is not null && OfPlaces.Contains(Role, StringComparer.Ordinal);

    /// <summary>Flags are judged by a place's analyst and executive, and for the country by the ministry (rule 10).</summary>
    public bool MayJudge => IsMinistry || Role is "analyst" or "executive";

    public BriefScope Place => this switch
    {
        { IsMinistry: true } => BriefScope.Ministry,
        { ProvinceCode: { } plate, DistrictCode: { } district } => BriefScope.OfDistrict(plate, district),
        { ProvinceCode: { } plate } => BriefScope.OfProvince(plate),
        _ => throw new InvalidOperationException($"A {Role} without a place."),
    };

    /// <summary>The own place and what lies within it.</summary>
    public bool Owns(BriefScope place) =>
        IsMinistry || place == Place || DistrictCode is null && place.Level == ScopeLevel.District && place.ProvinceCode == ProvinceCode;

    /// <summary>The own places, and for comparison the country and the provinces.</summary>
    public bool MaySee(BriefScope place) => Owns(place) ? !IsMinistry || place.Level != ScopeLevel.District : place.Level != ScopeLevel.District;
}
