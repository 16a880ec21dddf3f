using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Visits;

/// <param name="By">The role.</param>
public sealed record VisitChange(string At, string Status, Guid? StaffId, string? StartsAt, int? PlannedMinutes, string By);

/// <param name="Changes">From the asking on, each plan that was made.</param>
public sealed record VisitWithChanges(Visit Visit, IReadOnlyList<VisitChange> Changes);

/// <summary>GET /v1/visits/{id}: one visit and how it came to be planned as it is.</summary>
public sealed class ShowVisit(SettingsDesk desk)
{
    sealed record Row(DateTime At, string Status, Guid? StaffId, DateTime? StartsAt, short? PlannedMinutes, string ActorRoleCode);

    public Task<IResult> RunAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
    {
        if (await Visit.ReadAsync(work, officer, id, start: null, end: null, after: null, limit: 1) is not [var visit]) return Problems.NoSuchSetting;
        var changes = await work.ListAsync<Row>("Visits/ReadVisitChanges.sql", new { province = (int)officer.ProvinceCode!, id });
        return TypedResults.Ok(new VisitWithChanges(visit, [.. changes.Select(c => new VisitChange(
            TurkishTime.Instant(c.At), c.Status, c.StaffId, c.StartsAt is { } at ? TurkishTime.Instant(at) : null, c.PlannedMinutes, Vocabulary.Current.StaffRoles[c.ActorRoleCode].NameTr))]));
    }, stop, Authorization.ToSeeVisits);
}
