using AcikKapi.Intake.Access;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Visits;

/// <summary>Whom the officer goes to, and where: as little of the application as that needs.</summary>
/// <param name="Street">With the point: what a program sent along (Open311).</param>
public sealed record OpenedVisit(string FirstName, string LastName, string Phone, int? DistrictCode, string? Neighbourhood, string? Street, double? Latitude, double? Longitude, string? Note);

/// <summary>
/// POST /v1/visits/{id}/openings: name, phone and place of an application's planned visit, for the officer who was sent; with a reason
/// that is logged as for words.
/// </summary>
public sealed class OpenVisit(SettingsDesk desk, AccessLog log)
{
    sealed record Row(
        long ApplicationId, string FirstName, string LastName, string Phone, int? DistrictCode, string? Neighbourhood, string? Street, double? Latitude, double? Longitude, string? Note);

    public Task<IResult> RunAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var reason = change.Json.Text("reason", 500, required: true);
        if (change.Errors.Any || await Visit.LockAsync(change, id) is null) return null;
        var asked = new { province = change.Province, id };
        if (await change.Work.FindAsync<Row>("Visits/OpenVisit.sql", asked) is not { } row) return null;
        await log.WriteAsync(change.Work, change.Province, row.ApplicationId, AccessEntry.Visit, change.By, reason!);
        return TypedResults.Ok(new OpenedVisit(row.FirstName, row.LastName, row.Phone, row.DistrictCode, row.Neighbourhood, row.Street, row.Latitude, row.Longitude, row.Note));
    }, stop, Authorization.ToReportVisit, sealedToo: true); // whoever was sent to a sealed one finds the person; LockAsync lets nobody else
}
