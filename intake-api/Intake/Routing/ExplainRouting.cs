using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Identity;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Routing;

/// <summary>What is sent to POST /v1/routing/dry-run; the province is the caller's.</summary>
/// <param name="Day">Local day, YYYY-MM-DD; today where not given.</param>
public sealed record RoutingTrial(string Kind, string? TypeCode, int? DistrictCode, bool? StateOfEmergency, bool? Special, bool? Confidential, string? Day);

/// <summary>A unit's liaison officer: duty, title and number, never a name (art. 5-n).</summary>
public sealed record LiaisonOfficer(short OfficerNo, string Duty, string Title, bool HasAccount);

/// <param name="Target"><c>unit</c>, <c>executive</c> or <c>desk</c>.</param>
/// <param name="Sentence">The decision in Turkish.</param>
/// <param name="Considered">The rules asked, in order, and why each did or did not decide; those of other types are left out.</param>
public sealed record RoutingExplanation(
    string Target, string Sentence, string? UnitCode, string? UnitName, string? RuleCode, IReadOnlyList<LiaisonOfficer> LiaisonOfficers, IReadOnlyList<ConsideredRule> Considered);

/// <summary>Where an application would go and why: one made up for the question, or one that is there. Nothing is written.</summary>
public sealed class ExplainRouting(SettingsDesk desk, PlaceTransaction database, AuthenticateStaff staff, TimeProvider time)
{
    public Task<IResult> TryAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var (asked, day) = Read(change);
        return change.Errors.Any ? null : TypedResults.Ok(await ExplainAsync(change.Work, change.Province, asked, day));
    }, stop, Authorization.ToAskRouting);

    public async Task<IResult> OfApplicationAsync(string trackingNumber, HttpContext http, CancellationToken stop)
    {
        TrackingNumber.TryParse(trackingNumber, out var province);
        var officer = await staff.FromAsync(http.Request, stop);
        if ((Authorization.ToOpen(officer, province) ?? Authorization.ToAskRouting(officer)) is { } refusal) return Problems.Refused(refusal);
        return await database.RunAsync<IResult>(province, async work =>
        {
            var application = await work.FindAsync<OpenApplication>("Applications/OpenApplication.sql", new { province, number = trackingNumber });
            if (application is null || Authorization.ToAskRouting(officer!, application) is not null) return Problems.NotFound;
            return TypedResults.Ok(await ExplainAsync(work, province, RecordEvent.QuestionOf(application, officer!), IstanbulTime.DayOf(time.GetUtcNow())));
        }, stop, Authorization.SeesSealed(officer!));
    }

    static async Task<RoutingExplanation> ExplainAsync(PlaceWork work, int province, RoutingQuestion asked, DateOnly day)
    {
        var decision = await DecideRouting.RunAsync(work, province, asked, day);
        var officers = decision.Unit is null ? [] : await work.ListAsync<LiaisonOfficer>("Routing/ActiveLiaisonOfficers.sql", new { province, unit = decision.Unit.UnitCode, day });
        return new RoutingExplanation(decision.Target, Router.Sentence(decision.Target, decision.Unit), decision.Unit?.UnitCode, decision.Unit?.Name, decision.RuleCode, officers, decision.Considered);
    }

    static (RoutingQuestion Asked, DateOnly Day) Read(SettingsChange change)
    {
        var json = change.Json;
        var asked = new RoutingQuestion(
            json.Code("kind", Vocabulary.Current.Kinds.Contains, required: true) ?? "", json.Code("typeCode", Vocabulary.Current.Types.Contains),
            json.District("districtCode", change.Province), json.Flag("stateOfEmergency") ?? false, json.Flag("special") ?? false, json.Flag("confidential") ?? false);
        return (asked, json.Date("day") ?? change.Today);
    }
}
