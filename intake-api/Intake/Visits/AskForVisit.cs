using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Visits;

/// <summary>What is sent to POST /v1/visits.</summary>
/// <param name="Kind"><c>escort</c> or <c>field_visit</c>.</param>
/// <param name="TrackingNumber">Of an escort asked for by the desk required: its applicant is elderly, disabled, ill, a martyr's relative or a veteran.</param>
/// <param name="DistrictCode">Where; the application's where not given.</param>
public sealed record VisitSubmission(string Kind, string? TrackingNumber, int? DistrictCode, string? Note);

public sealed record VisitReceipt(Guid VisitId, string Status);

/// <summary>An escort from the applicant's circumstances (art. 6-e, 8-a, 10-g), or whatever the executive orders (art. 5-k, 8-b).</summary>
public sealed class AskForVisit(SettingsDesk desk, TimeProvider time)
{
    sealed record Companion(long ApplicationId, int? DistrictCode, bool Sealed, bool NeedsEscort);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var isOrder = Authorization.Directs(change.By);
        var kind = json.Code("kind", code => code is "escort" or "field_visit", required: true);
        var number = json.Text("trackingNumber", 18, required: !isOrder);
        var (district, note) = (json.District("districtCode", change.Province) ?? change.District, json.Text("note", 1000, lines: true));
        if (change.District is not null && district != change.District) json.Wrong<int?>("districtCode", "forbidden", "Yalnız kendi ilçeniz için isteyebilirsiniz.");
        if (kind == "field_visit" && !isOrder) json.Wrong<string>("kind", "forbidden", "Saha ziyaretini vali, vali yardımcısı ya da kaymakam görevlendirir (md. 5-k, 8-b).");
        if (change.Errors.Any) return null;

        var found = number is not null && TrackingNumber.TryParse(number, out var place) && place == change.Province
            ? await change.Work.FindAsync<Companion>("Visits/FindCompanion.sql", new { province = change.Province, number, ownDistrict = change.District }) : null;
        var application = found is { Sealed: true } && !Authorization.SeesSealed(change.By) ? null : found; // as if it were not there
        if (number is not null && application is null) json.Wrong<string>("trackingNumber", "unknown", "Bu takip numarasıyla bir başvuru yok.");
        else if (application is { NeedsEscort: false } && !isOrder) json.Wrong<string>("trackingNumber", "not_needed", "Refakat; yaşlı, engelli, hasta, şehit yakını ve gaziler içindir (md. 8-a, 10-g). Başkası için yönetici görevlendirir.");
        if (change.Errors.Any) return null;

        var id = await change.Work.FindAsync<Guid>("Visits/AskForVisit.sql", new
        {
            province = change.Province, kind, origin = isOrder ? "executive" : "circumstances", application = application?.ApplicationId,
            district = district ?? application?.DistrictCode, note, at = time.GetUtcNow().UtcDateTime, role = change.By.RoleCode, actor = change.By.Pseudonym,
        });
        return TypedResults.Created($"/v1/visits/{id}", new VisitReceipt(id, "asked"));
    }, stop, Authorization.ToAskForVisit);
}
