using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Visits;

/// <summary>What is sent to POST /v1/visits/{id}/result.</summary>
/// <param name="Result"><c>helped</c>, <c>informed</c>, <c>not_found</c> or <c>refused</c>.</param>
public sealed record VisitResult(string Result, int MinutesSpent, string? Note);

/// <summary>What is sent to POST /v1/visits/{id}/cancel.</summary>
public sealed record VisitCancellation(string Note);

/// <summary>How a visit ended and how long it took, said by whoever went or the coordinator; or that it is not needed any more.</summary>
public sealed class EndVisit(SettingsDesk desk, TimeProvider time)
{
    static readonly string[] Results = ["helped", "informed", "not_found", "refused"];

    public Task<IResult> ResultAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var (result, minutes, note) = (json.Code("result", Results.Contains, required: true), json.Number("minutesSpent", required: true), json.Text("note", 1000, lines: true));
        if (minutes is < 0 or > 1440) json.Wrong<int?>("minutesSpent", "out_of_range", "0 ile 1440 arasında olmalı.");
        if (change.Errors.Any) return null;
        var status = await Visit.LockAsync(change, id);
        if (status is null) return null;
        if (status is "done" or "cancelled") return VisitProblems.Over(status);
        if (status != "planned") return Applications.NextSteps.Refused("Ziyaret henüz planlanmamış. Önce görevli ve saat belirlenir.");
        return await EndAsync(change, id, "done", result, minutes, note);
    }, stop, Authorization.ToReportVisit);

    public Task<IResult> CancelAsync(Guid id, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var note = change.Json.Text("note", 1000, required: true, lines: true);
        if (change.Errors.Any) return null;
        var status = await Visit.LockAsync(change, id);
        if (status is null) return null;
        if (status is "done" or "cancelled") return VisitProblems.Over(status);
        return await EndAsync(change, id, "cancelled", result: null, minutes: null, note);
    }, stop);

    async Task<IResult> EndAsync(SettingsChange change, Guid id, string status, string? result, int? minutes, string? note)
    {
        await change.Work.ExecuteAsync("Visits/EndVisit.sql", new
        {
            id, province = change.Province, status, result, minutes, note, at = time.GetUtcNow().UtcDateTime, role = change.By.RoleCode, actor = change.By.Pseudonym,
        });
        return TypedResults.Ok(new VisitReceipt(id, status));
    }
}
