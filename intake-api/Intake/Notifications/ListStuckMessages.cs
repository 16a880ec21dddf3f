using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Notifications;

/// <param name="LastWord">The gateway's: http-503, unreachable, timeout, dlr-2, no_report.</param>
public sealed record StuckMessage(long MessageId, string TrackingNumber, string Template, string State, short Tries, string? LastWord, string Since);

/// <summary>GET /v1/messages/stuck: what the applicants of the place were not told; the newest 500, no phone, no text.</summary>
public sealed class ListStuckMessages(PlaceTransaction database, AuthenticateStaff staff)
{
    sealed record Row(long MessageId, string TrackingNumber, string KindCode, string TemplateCode, string State, short Tries, string? GatewayStatus, DateTime StateAt);

    public async Task<IResult> RunAsync(HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToWatchBureau(officer) is { } refusal) return Problems.Refused(refusal);
        int province = officer!.ProvinceCode!.Value;
        var rows = await database.RunAsync(province, work => work.ListAsync<Row>("Notifications/ListStuckMessages.sql",
            new { province, district = officer.DistrictCode, seesSealed = Authorization.SeesSealed(officer) }), stop, Authorization.SeesSealed(officer));
        return TypedResults.Ok(rows.Select(r => new StuckMessage(
            r.MessageId, r.TrackingNumber, r.TemplateCode, r.State, r.Tries, r.GatewayStatus, TurkishTime.Of(r.StateAt, r.KindCode))));
    }
}
