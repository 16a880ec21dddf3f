using System.ComponentModel;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>What staff send to POST /v1/applications/{trackingNumber}/events.</summary>
public sealed record EventSubmission(
    [property: Description("routed, rerouted, with_executive, rejected, referred, answered, reopened, closed")] string Event,
    [property: Description("Yönlendirmelerde zorunlu")] string? UnitCode,
    [property: Description("Cevapta zorunlu: resolved, not_resolved")] string? Outcome,
    [property: Description("Ret ve yeniden açmada zorunlu; en çok 1000 karakter")] string? Reason);

/// <summary>A step by staff: may they, is it possible now (409 says what is), is it complete; then one row of the log.</summary>
public sealed class RecordEvent(PlaceTransaction database, AuthenticateStaff staff, RequestClock clock, ApplicationLog log)
{
    const int LongestReason = 1000;

    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToOpen(officer, province) is { } refusal) return Problems.Refused(refusal);

        var errors = new FieldErrors();
        var (at, _) = clock.Of(http.Request, errors);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var step = Read(new JsonFields(json, "", errors), at, officer!);
        if (errors.Any) return Problems.Fields(errors);
        return await database.RunAsync(province, work => RecordAsync(work, province, trackingNumber, step, errors, stop), stop);
    }

    async Task<IResult> RecordAsync(PlaceWork work, int province, string number, Step step, FieldErrors errors, CancellationToken stop)
    {
        var application = await ApplicationLog.LockAsync(work, province, number);
        if (application is null) return Problems.NotFound;
        if (Authorization.ToRecord(step.By!, step.Event, application.DistrictCode, application.UnitCode, application.Sealed) is { } refusal)
            return Problems.Refused(refusal);
        if (!LifeCycle.IsPossible(application.Status, step.Event)) return NextSteps.Impossible(application.Status);
        if (step.UnitCode is { } unit && await work.FindAsync<int?>("Applications/FindUnit.sql", new { unit, province }) is null)
        {
            errors.Add("unitCode", "unknown", "Bu ilde böyle bir birim yok.");
            return Problems.Fields(errors);
        }
        return TypedResults.Ok(await log.AppendAsync(work, application, step, stop));
    }

    static Step Read(JsonFields json, DateTimeOffset at, StaffMember officer)
    {
        var step = json.Code("event", code => LifeCycle.StaffSteps.Contains(code, StringComparer.Ordinal), required: true) ?? "";
        var unit = json.Text("unitCode", 40, required: LifeCycle.StartsUnitClock(step));
        var outcome = json.Code("outcome", Vocabulary.Current.Outcomes.Contains, required: step == LifeCycle.Answered);
        if (outcome is not null && step == LifeCycle.Answered && outcome is LifeCycle.Rejected or LifeCycle.Referred)
            json.Wrong<string>("outcome", "mismatch", "Bir cevap resolved ya da not_resolved olur.");
        return new Step(step, at,
            UnitCode: LifeCycle.StartsUnitClock(step) ? unit : null,
            OutcomeCode: step switch
            {
                LifeCycle.Answered => outcome,
                LifeCycle.Rejected or LifeCycle.Referred => step, // the step is its own outcome
                _ => null,
            },
            Reason: json.Text("reason", LongestReason, required: step is LifeCycle.Rejected or LifeCycle.Reopened, lines: true),
            By: officer);
    }
}
