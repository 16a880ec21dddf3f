using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Notifications;

/// <summary>POST /v1/messages/{id}/retry: a stuck message is tried again at once, with all its tries.</summary>
public sealed class RetryMessage(PlaceTransaction database, AuthenticateStaff staff)
{
    public async Task<IResult> RunAsync(long id, HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToWatchBureau(officer) is { } refusal) return Problems.Refused(refusal);
        int province = officer!.ProvinceCode!.Value;
        var changed = await database.RunAsync(province, work => work.ExecuteAsync("Notifications/RetryMessage.sql",
            new { province, id, district = officer.DistrictCode, seesSealed = Authorization.SeesSealed(officer) }), stop, Authorization.SeesSealed(officer));
        return changed > 0 ? TypedResults.NoContent() : Problems.Of(StatusCodes.Status404NotFound, "Mesaj bulunamadı", "Bu numarayla takılmış bir mesaj yok.");
    }
}
