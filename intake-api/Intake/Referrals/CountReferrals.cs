using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Referrals;

/// <param name="UnitCode">Null: no unit was named.</param>
public sealed record ReferralCount(string BureauCode, string? UnitCode, string? Unit, string? TypeCode, int Referrals);

/// <summary>GET /v1/referrals?from&amp;to: how many were sent to which unit themselves (art. 10-f), days included at both ends.</summary>
public sealed class CountReferrals(PlaceTransaction database, AuthenticateStaff staff)
{
    public async Task<IResult> RunAsync(string? from, string? to, HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToWatchBureau(officer) is { } refusal) return Problems.Refused(refusal);
        var errors = new FieldErrors();
        var (first, last) = (QueryDay.Read("from", from, null, errors), QueryDay.Read("to", to, null, errors));
        if (errors.Any) return Problems.Fields(errors);
        int province = officer!.ProvinceCode!.Value;
        return TypedResults.Ok(await database.RunAsync(province, work => work.ListAsync<ReferralCount>("Referrals/CountReferrals.sql", new
        {
            province, district = officer.DistrictCode, start = IstanbulTime.StartOfDay(first).UtcDateTime, end = IstanbulTime.EndOfDay(last).UtcDateTime,
        }), stop));
    }
}
