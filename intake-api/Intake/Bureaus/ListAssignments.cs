using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Bureaus;

/// <param name="StaffId">Whose it is.</param>
public sealed record Assignment(string TrackingNumber, string? TypeCode, string Status, DateOnly DueDate, Guid StaffId, bool Automatic);

/// <summary>GET /v1/assignments: open applications and whose they are, the first due first, at most 500; one's own only, save for coordinator and executive.</summary>
public sealed class ListAssignments(SettingsDesk desk)
{
    sealed record Row(string TrackingNumber, string? TypeCode, string Status, DateOnly DueOn, Guid StaffId, bool IsAutomatic);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
    {
        var rows = await work.ListAsync<Row>("Bureaus/ListAssignments.sql", new
        {
            province = (int)officer.ProvinceCode!, ownDistrict = officer.DistrictCode, seesSealed = Authorization.SeesSealed(officer),
            own = Authorization.SeesEverybodysWork(officer) ? null : officer.Pseudonym,
        });
        return TypedResults.Ok(rows.Select(r => new Assignment(r.TrackingNumber, r.TypeCode, r.Status, r.DueOn, r.StaffId, r.IsAutomatic)));
    }, stop);
}
