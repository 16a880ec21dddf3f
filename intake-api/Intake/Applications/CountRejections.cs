using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <param name="Rejected">Rejections of these days; <paramref name="Appealed"/> and <paramref name="AppealsAccepted"/> of those.</param>
public sealed record RejectionCount(string BureauCode, string? ReasonCode, string? ReasonName, int Rejected, int Appealed, int AppealsAccepted);

/// <summary>GET /v1/rejections?from&amp;to: how often officers rejected, why, and what became of the appeals (art. 10-e).</summary>
public sealed class CountRejections(PlaceTransaction database, AuthenticateStaff staff)
{
    sealed record Row(string BureauCode, string? ReasonCode, int Rejected, int Appealed, int AppealsAccepted);

    public async Task<IResult> RunAsync(string? from, string? to, HttpContext http, CancellationToken stop)
    {
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToWatchBureau(officer) is { } refusal) return Problems.Refused(refusal);
        var errors = new FieldErrors();
        var (first, last) = (QueryDay.Read("from", from, null, errors), QueryDay.Read("to", to, null, errors));
        if (errors.Any) return Problems.Fields(errors);

        int province = officer!.ProvinceCode!.Value;
        var rows = await database.RunAsync(province, work => work.ListAsync<Row>("Applications/CountRejections.sql", new
        {
            province, district = officer.DistrictCode,
            start = IstanbulTime.StartOfDay(first).UtcDateTime, end = IstanbulTime.EndOfDay(last).UtcDateTime,
        }), stop);
        return TypedResults.Ok(rows.Select(r => new RejectionCount(
            r.BureauCode, r.ReasonCode, r.ReasonCode is null ? null : Vocabulary.Current.RejectionReasons[r.ReasonCode].NameTr, r.Rejected, r.Appealed, r.AppealsAccepted)));
    }
}
