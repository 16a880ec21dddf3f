using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Duplicates;

/// <summary>What is sent to PUT /v1/applications/{trackingNumber}/link.</summary>
/// <param name="To">Tracking number of the leader, whose answer will be the answer to this one too; none: linked no more.</param>
public sealed record LinkSubmission(string? To);

/// <summary>An application linked to another of its province, or no more: an officer's decision, for open ones that are neither sealed nor tip-offs.</summary>
public sealed class LinkApplications(PlaceTransaction database, AuthenticateStaff staff)
{
    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if ((Authorization.ToOpen(officer, province) ?? Authorization.ToAskRouting(officer)) is { } refusal) return Problems.Refused(refusal);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } root) return Problems.Unreadable;
        var errors = new FieldErrors();
        var json = new JsonFields(root, "", errors);
        var to = json.Text("to", 18);
        if (errors.Any) return Problems.Fields(errors);

        return await database.RunAsync<IResult>(province, async work =>
        {
            // In the order of their numbers, so that two officers linking the same two wait for one another.
            var order = new[] { trackingNumber, to }.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            var locked = new Dictionary<string, OpenApplication?>(StringComparer.Ordinal);
            foreach (var number in order) locked[number] = await ApplicationLog.LockAsync(work, province, number);
            if (locked[trackingNumber] is not { } follower || Authorization.ToAskRouting(officer!, follower) is not null) return Problems.NotFound;
            if (to is null) return await UnlinkAsync(work, follower, officer!);
            if (locked[to] is not { } leader || Authorization.ToAskRouting(officer!, leader) is not null) json.Wrong<string>("to", "unknown", "Bu takip numarasıyla bu ilde bir başvuru yok.");
            else if (WhyNot(follower, leader, officer!) is { } sentence) return NextSteps.Refused(sentence);
            else if (await work.FindAsync<int?>("Duplicates/IsChained.sql", new { province, follower = follower.ApplicationId, leader = leader.ApplicationId }) is not null)
                return NextSteps.Refused("Başvurulardan biri zaten başka birine bağlı. Önce o bağı kaldırın ya da ana başvuruya bağlayın.");
            else await work.ExecuteAsync("Duplicates/Link.sql", new { province, follower = follower.ApplicationId, leader = leader.ApplicationId, role = officer!.RoleCode, actor = officer.Pseudonym });
            return errors.Any ? Problems.Fields(errors) : TypedResults.NoContent();
        }, stop, Authorization.SeesSealed(officer!));
    }

    static async Task<IResult> UnlinkAsync(PlaceWork work, OpenApplication follower, StaffMember by)
    {
        await work.ExecuteAsync("Duplicates/Unlink.sql", new { province = follower.ProvinceCode, follower = follower.ApplicationId, role = by.RoleCode, actor = by.Pseudonym });
        return TypedResults.NoContent();
    }

    static string? WhyNot(OpenApplication follower, OpenApplication leader, StaffMember by) =>
        follower.ApplicationId == leader.ApplicationId ? "Bir başvuru kendisine bağlanamaz."
        : follower.Sealed || leader.Sealed || follower.IsTipOff || leader.IsTipOff ? "Gizli başvurular ve ihbarlar bağlanmaz; her biri ayrı cevaplanır."
        : !Authorization.Directs(by) && (follower.Status == LifeCycle.WithExecutive || follower.Special && !LifeCycle.IsPossible(follower.Status, LifeCycle.Answered))
            ? "Yöneticiye sunulan ya da onun henüz yönlendirmediği özellikli başvuru başkasına bağlanmaz: cevabını yönetici yönlendirir (md. 10-c)."
        : !LifeCycle.IsPending(follower.Status) || !LifeCycle.IsPending(leader.Status) ? "Yalnız cevap bekleyen başvurular bağlanabilir."
        : null;
}
