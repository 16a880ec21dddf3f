using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Visits;

/// <param name="TrackingNumber">Null where there is no application, or it is sealed and not the reader's to know.</param>
/// <param name="Note">Of whoever asked; <paramref name="ResultNote"/>: of whoever ended it.</param>
public sealed record Visit(
    Guid VisitId, string Kind, string Origin, string Status, string? TrackingNumber, int? DistrictCode, Guid? StaffId, string? StartsAt, int? PlannedMinutes,
    string? Result, int? MinutesSpent, string? Note, string? ResultNote)
{
    sealed record Row(
        Guid VisitId, string KindCode, string OriginCode, string Status, string? TrackingNumber, bool Sealed, int? DistrictCode, Guid? StaffId, DateTime? StartsAt, short? PlannedMinutes,
        string? ResultCode, short? SpentMinutes, string? Note, string? ResultNote);

    /// <summary>What the officer may see of one visit, or of those from start to end behind another.</summary>
    public static async Task<IReadOnlyList<Visit>> ReadAsync(PlaceWork work, StaffMember officer, Guid? id, DateTime? start, DateTime? end, Guid? after, int limit)
    {
        var seesSealed = Authorization.SeesSealed(officer);
        var rows = await work.ListAsync<Row>("Visits/ListVisits.sql", new
        {
            province = (int)officer.ProvinceCode!, ownDistrict = officer.DistrictCode, own = Authorization.SeesAllVisits(officer) ? null : officer.Pseudonym, seesSealed, id, start, end, after, limit,
        });
        return [.. rows.Select(r => new Visit(
            r.VisitId, r.KindCode, r.OriginCode, r.Status, r.Sealed && !seesSealed ? null : r.TrackingNumber, r.DistrictCode, r.StaffId,
            r.StartsAt is { } at ? TurkishTime.Instant(at) : null, r.PlannedMinutes, r.ResultCode, r.SpentMinutes, r.Note, r.ResultNote))];
    }

    /// <summary>Its status, and locked; null where there is none or it is not the officer's to know.</summary>
    public static Task<string?> LockAsync(SettingsChange change, Guid id) => change.Work.FindAsync<string>("Visits/LockVisit.sql", new
    {
        id, province = change.Province, ownDistrict = change.District, own = Authorization.SeesAllVisits(change.By) ? null : change.By.Pseudonym, seesSealed = Authorization.SeesSealed(change.By),
    });
}
