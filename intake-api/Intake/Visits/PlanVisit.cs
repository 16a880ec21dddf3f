using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Domain.Calendar;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Visits;

/// <summary>What is sent to PUT /v1/visits/{id}/plan.</summary>
/// <param name="StaffId">A field officer of the place.</param>
/// <param name="StartsAt">An instant, ISO 8601 with offset; today to a year from now.</param>
public sealed record VisitPlan(Guid StaffId, string StartsAt, int Minutes);

/// <summary>Who goes and when; planned again until it is done. An officer is never in two places at once.</summary>
public sealed partial class PlanVisit(SettingsDesk desk)
{
    public Task<IResult> RunAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var (officer, text, minutes) = (json.Id("staffId", required: true), json.Text("startsAt", 40, required: true), json.Number("minutes", required: true));
        if (minutes is < 5 or > 600) json.Wrong<int?>("minutes", "out_of_range", "5 ile 600 arasında olmalı.");
        DateTimeOffset start = default;
        if (text is not null && !(Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out start)))
            json.Wrong<string>("startsAt", "malformed", "2026-12-01T09:30:00+03:00 biçiminde, saat dilimi belirtilmiş bir an olmalı.");
        else if (text is not null && (IstanbulTime.DayOf(start) < change.Today || IstanbulTime.DayOf(start) > change.Today.AddYears(1)))
            json.Wrong<string>("startsAt", "out_of_range", "Bugünden önce ve bir yıldan sonra olamaz.");
        if (change.Errors.Any) return null;

        var asked = new { id, province = change.Province, ownDistrict = change.District, officer, start = start.UtcDateTime, minutes, role = change.By.RoleCode, actor = change.By.Pseudonym };
        var status = await Visit.LockAsync(change, id);
        if (status is null) return null;
        if (status is "done" or "cancelled") return VisitProblems.Over(status);
        if (await change.Work.FindAsync<int?>("Visits/LockFieldOfficer.sql", asked) is null) return json.Wrong<IResult>("staffId", "unknown", "Bu yerin böyle bir saha görevlisi yok.");
        if (await change.Work.FindAsync<bool>("Visits/IsBusy.sql", asked)) return NextSteps.Refused("Görevlinin o saatte başka bir ziyareti var. Başka bir saat ya da görevli seçin.");
        await change.Work.ExecuteAsync("Visits/PlanVisit.sql", asked);
        return TypedResults.Ok(new VisitReceipt(id, "planned"));
    }, stop);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Instant();
}

static class VisitProblems
{
    public static IResult Over(string status) => NextSteps.Refused(status == "done" ? "Ziyaret yapılmış; değiştirilemez." : "Ziyaret iptal edilmiş; yenisini isteyin.");
}
