using AcikKapi.Domain;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Bureaus;

/// <summary>Where a bureau of this code may be: at a governorship, or at a district governorship.</summary>
static class BureauPlace
{
    /// <summary>Null where there can be none: no such place, or a district that the governorship itself serves.</summary>
    public static StaffPlace? Of(string code)
    {
        try
        {
            var place = StaffPlace.Parse(code);
            return place.DistrictCode is { } district && !Vocabulary.Current.Districts[district].HasKaymakamlik ? null : place;
        }
        catch (UserError) { return null; }
    }
}
