using System.Globalization;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Visits;

/// <summary>What is sent to PUT /v1/visits/{id}/plan.</summary>
/// <param name="StaffId">A field officer of the place.</param>
/// <param name="StartsAt">An instant, ISO 8601 with offset.</param>
public sealed record VisitPlan(Guid StaffId, string StartsAt, int Minutes);

/// <summary>Who goes and when; planned again until it is done. An officer is never in two places at once.</summary>
public sealed class PlanVisit(SettingsDesk desk)
{
    public Task<IResult> RunAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var (officer, text, minutes) = (json.Id("staffId", required: true), json.Text("startsAt", 40, required: true), json.Number("minutes", required: true));
        if (minutes is < 5 or > 600) json.Wrong<int?>("minutes", "out_of_range", "5 ile 600 arasında olmalı.");
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start) && text is not null)
            json.Wrong<string>("startsAt", "malformed", "2026-12-01T09:30:00+03:00 biçiminde bir an olmalı.");
        if (change.Errors.Any) return null;

        var asked = new { id, province = change.Province, ownDistrict = change.District, officer, start = start.UtcDateTime, minutes };
        var status = await change.Work.FindAsync<string>("Visits/LockVisit.sql", asked);
        if (status is null) return null;
        if (status is "done" or "cancelled") return VisitProblems.Over(status);
        if (await change.Work.FindAsync<int?>("Visits/LockFieldOfficer.sql", asked) is null) return json.Wrong<IResult>("staffId", "unknown", "Bu yerin böyle bir saha görevlisi yok.");
        if (await change.Work.FindAsync<bool>("Visits/IsBusy.sql", asked)) return NextSteps.Refused("Görevlinin o saatte başka bir ziyareti var. Başka bir saat ya da görevli seçin.");
        await change.Work.ExecuteAsync("Visits/PlanVisit.sql", asked);
        return TypedResults.Ok(new VisitReceipt(id, "planned"));
    }, stop);
}

static class VisitProblems
{
    public static IResult Over(string status) => NextSteps.Refused(status == "done" ? "Ziyaret yapılmış; değiştirilemez." : "Ziyaret iptal edilmiş; yenisini isteyin.");
}
