using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Referrals;
using AcikKapi.Intake.Staff;
using AcikKapi.Intake.Units;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AcikKapi.Intake.Pages.Staff;

/// <summary>The desk shows whoever would rather apply to the unit itself the way (art. 10-f): asks for no person, keeps no word of the matter.</summary>
public sealed class ReferralPage(RecordReferral record, ListUnits units)
{
    public Task<IResult> ShowAsync(HttpContext http, CancellationToken stop) => FormAsync(FormState.Empty.WithValue("idempotencyKey", Guid.NewGuid().ToString()), StatusCodes.Status200OK, http, stop);

    public async Task<IResult> PostAsync(HttpContext http, CancellationToken stop)
    {
        var form = FormState.Of(await http.Request.ReadFormAsync(stop));
        http.Request.Headers[IdempotencyKey.Header] = form["idempotencyKey"];
        var json = FormJson.Of(form, "channel", "kind", "typeCode", "unitCode", "location.districtCode");
        FormJson.In(json, "location")["provinceCode"] = AuthenticateStaff.Found(http)!.ProvinceCode;
        return await record.RunAsync(http.Becomes(json), stop) switch
        {
            IValueHttpResult<ReferralReceipt> { Value: { } receipt } => Page.Of<ReferralShown>(new { Receipt = receipt }, StatusCodes.Status201Created),
            ProblemHttpResult problem => await FormAsync(form.With(problem), StatusCodes.Status422UnprocessableEntity, http, stop),
            var other => other,
        };
    }

    async Task<IResult> FormAsync(FormState form, int status, HttpContext http, CancellationToken stop) => Page.Of<ReferralForm>(new
    {
        Officer = AuthenticateStaff.Found(http)!, Form = form,
        Units = Page.ValueOf<IEnumerable<UnitWithLiaisons>>(await units.RunAsync(http, stop))?.Where(u => u.ClosedOn is null).ToList() ?? [],
    }, status);
}
