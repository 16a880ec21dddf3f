using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Duplicates;

public sealed record LinkedApplication(string TrackingNumber, string Status);

/// <param name="Action"><c>linked</c> or <c>unlinked</c>.</param>
/// <param name="By">The role.</param>
public sealed record LinkChange(string At, string Action, string Follower, string Leader, string By);

/// <param name="Leader">Whose answer will be the answer to this one too; null where it follows none.</param>
public sealed record ApplicationLinks(LinkedApplication? Leader, IReadOnlyList<LinkedApplication> Followers, IReadOnlyList<LinkChange> Changes);

/// <param name="LeaderEnded">Its leader was settled without it: it waits for an answer of its own.</param>
public sealed record WaitingFollower(string TrackingNumber, string Status, DateOnly DueDate, string Leader, string LeaderStatus, bool LeaderEnded);

/// <summary>What is linked to what, who did it, and which of the place's linked applications wait: first those whose leader ended without them.</summary>
public sealed class ShowLinks(PlaceTransaction database, AuthenticateStaff staff, SettingsDesk desk)
{
    sealed record Row(string TrackingNumber, string Status, bool Follows);

    sealed record ChangeRow(DateTime At, string Action, string Follower, string Leader, string ActorRoleCode);

    sealed record WaitingRow(string TrackingNumber, string Status, DateOnly DueOn, string Leader, string LeaderStatus);

    /// <summary>GET /v1/applications/{trackingNumber}/link.</summary>
    public async Task<IResult> OfAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if ((Authorization.ToOpen(officer, province) ?? Authorization.ToAskRouting(officer)) is { } refusal) return Problems.Refused(refusal);
        return await database.RunAsync<IResult>(province, async work =>
        {
            var application = await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number = trackingNumber });
            if (application is null || Authorization.ToAskRouting(officer!, application) is not null) return Problems.NotFound;
            var asked = new { province, application = application.ApplicationId, seesSealed = Authorization.SeesSealed(officer!), ownDistrict = officer!.DistrictCode };
            var linked = (await work.ListAsync<Row>("Duplicates/ReadLinks.sql", asked)).ToLookup(r => r.Follows, r => new LinkedApplication(r.TrackingNumber, r.Status));
            var changes = await work.ListAsync<ChangeRow>("Duplicates/ReadLinkChanges.sql", asked);
            return TypedResults.Ok(new ApplicationLinks(linked[false].FirstOrDefault(), [.. linked[true]],
                [.. changes.Select(c => new LinkChange(TurkishTime.Instant(c.At), c.Action, c.Follower, c.Leader, Vocabulary.Current.StaffRoles[c.ActorRoleCode].NameTr))]));
        }, stop, Authorization.SeesSealed(officer!));
    }

    /// <summary>GET /v1/links.</summary>
    public Task<IResult> WaitingAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
    {
        var rows = await work.ListAsync<WaitingRow>("Duplicates/ListWaiting.sql", new
        {
            province = (int)officer.ProvinceCode!, ownDistrict = officer.DistrictCode, seesSealed = Authorization.SeesSealed(officer), pending = LifeCycle.PendingStatuses.ToArray(),
        });
        return TypedResults.Ok(rows.Select(r => new WaitingFollower(r.TrackingNumber, r.Status, r.DueOn, r.Leader, r.LeaderStatus, !LifeCycle.IsPending(r.LeaderStatus))));
    }, stop, Authorization.ToAskRouting);
}
