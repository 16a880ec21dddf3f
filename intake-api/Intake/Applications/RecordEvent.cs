using System.ComponentModel;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Intake.Duplicates;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Routing;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Applications;

/// <summary>What staff send to POST /v1/applications/{trackingNumber}/events.</summary>
public sealed record EventSubmission(
    [property: Description("routed, rerouted, with_executive, rejected, appeal_refused, referred, answered, reopened, closed, marked_special, confidential_set, confidential_confirmed, confidential_lifted")] string Event,
    [property: Description("rerouted adımında zorunlu; routed adımında verilmezse yönlendirme kuralları belirler")] string? UnitCode,
    [property: Description("Cevapta zorunlu: resolved, not_resolved")] string? Outcome,
    [property: Description("Cevapta: başvuru sahibine söylenen; en çok 4000 karakter")] string? Answer,
    [property: Description("Cevapta true olmalı: cevap, birim amirinin bilgisi dahilinde verilir (md. 5-o)")] bool? ManagerInformed,
    [property: Description("Rette zorunlu: rejection_reasons listesinden bir kod (md. 10-e)")] string? ReasonCode,
    [property: Description("Yeniden açmada ve itirazın reddinde zorunlu; en çok 1000 karakter")] string? Reason,
    [property: Description("Özellikli saymada zorunlu: 1–3, en önemlisi 3")] int? Importance,
    [property: Description("Başka ile gönderirken zorunlu: o ilin plaka kodu")] int? ProvinceCode,
    [property: Description("Başka ile gönderirken: o ilin ilçesi")] int? DistrictCode);

/// <summary>A step by staff: may they, is it possible now (409 says what is), is it complete; then one row of the log.</summary>
public sealed class RecordEvent(PlaceTransaction database, AuthenticateStaff staff, RequestClock clock, ApplicationLog log, HandOver handOver)
{
    public async Task<IResult> RunAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if (Authorization.ToOpen(officer, province) is { } refusal) return Problems.Refused(refusal);

        var errors = new FieldErrors();
        var (at, _) = clock.Of(http.Request, errors);
        var body = await JsonBody.ReadAsync(http.Request, stop);
        if (body.Object is not { } json) return Problems.Unreadable;
        var step = ReadStep.From(new JsonFields(json, "", errors), at, officer!, province);
        if (errors.Any) return Problems.Fields(errors);
        return await database.RunAsync(province, work => RecordAsync(work, province, trackingNumber, step, errors, stop), stop, sealedToo: true);
    }

    /// <summary>One step in the caller's transaction, which sees the application's province.</summary>
    /// <param name="errors">The caller's fields; empty so far.</param>
    public async Task<IResult> RecordAsync(PlaceWork work, int province, string number, Step step, FieldErrors errors, CancellationToken stop)
    {
        if (AnswerLinked.Ends(step.Event)) await AnswerLinked.LockAsync(work, province, number);
        var application = await ApplicationLog.LockAsync(work, province, number);
        if (application is null) return Problems.NotFound;
        if (Authorization.ToRecord(step.By!, step.Event, application) is { } refusal) return Problems.Refused(refusal);
        if (!LifeCycle.IsPossible(application.Status, step.Event)) return NextSteps.Impossible(application.Status);
        if (WhyNotNow(application, step) is { } sentence) return NextSteps.Refused(sentence);
        var day = IstanbulTime.DayOf(step.At);
        if (step is { Event: LifeCycle.Routed, UnitCode: null })
        {
            var decision = await DecideRouting.RunAsync(work, province, QuestionOf(application, step.By!), day);
            if (decision.Unit is null) return NextSteps.Refused($"Kurallar bir birim göstermiyor: {Router.Sentence(decision.Target, null)} Birimi unitCode ile verin ya da with_executive adımını kaydedin.");
            step = step with { UnitCode = decision.Unit.UnitCode, RuleCode = decision.RuleCode };
        }
        else if (step.UnitCode is { } unit && await work.FindAsync<int?>("Applications/FindUnit.sql", new { unit, province, day }) is null)
        {
            errors.Add("unitCode", "unknown", "Bu ilde böyle açık bir birim yok.");
            return Problems.Fields(errors);
        }
        var left = AnswerLinked.Ends(step.Event) ? await AnswerLinked.RunAsync(work, log, application, step, stop) : [];
        var receipt = step.Destination is null ? await log.AppendAsync(work, application, step, stop) : await handOver.RunAsync(work, application, number, step, stop);
        return TypedResults.Ok(left.Count == 0 ? receipt : receipt with { LinkedLeft = left });
    }

    /// <summary>An executive who routes has directed it: it need not be laid before them again.</summary>
    public static RoutingQuestion QuestionOf(OpenApplication application, StaffMember by) => new(
        application.KindCode, application.TypeCode, application.DistrictCode, application.StateOfEmergency,
        Special: application.Special && !Authorization.Directs(by), Confidential: application.Sealed && !Authorization.Directs(by));

    /// <summary>What the table of steps cannot say, because it depends on more than the status.</summary>
    static string? WhyNotNow(OpenApplication application, Step step) => step.Event switch
    {
        LifeCycle.Rerouted when step.UnitCode == application.UnitCode => "Başvuru zaten bu birimde. Başka bir birim seçin.",
        LifeCycle.ConfidentialSet when application.Sealed => "Başvuru zaten gizli. Yapılabilecek: yöneticinin gizliliği onaylaması ya da kaldırması.",
        LifeCycle.ConfidentialConfirmed or LifeCycle.ConfidentialLifted when !application.Sealed => "Başvuru gizli değil. Yapılabilecek: bankonun başvuruyu gizli sayması.",
        _ => null,
    };
}
