using System.ComponentModel;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Flags;

/// <summary>What is sent to POST /v1/flag-verdicts.</summary>
/// <param name="Reason">Why it is no problem; not asked for of a confirmed one.</param>
/// <param name="Measure">What was done about it; with it, since when.</param>
public sealed record VerdictSubmission(
    string FlagId, [property: Description("confirmed, explained, dismissed")] string Verdict, string? Reason, string? Measure, string? MeasuredOn, string? Note);

/// <summary>What an analyst or the executive line decides of a flag of the own place, and the measure taken (rule 10). Earlier decisions are kept.</summary>
public sealed class GiveVerdict(SettingsDesk desk)
{
    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var (json, words) = (change.Json, Vocabulary.Current);
        var given = new
        {
            flagId = json.Text("flagId", 300, required: true), verdict = json.Code("verdict", words.FlagVerdicts.Contains, required: true),
            reason = json.Code("reason", words.FlagReasons.Contains), measure = json.Code("measure", words.FlagMeasures.Contains),
            measuredOn = json.Date("measuredOn"), note = json.Text("note", 500, lines: true),
            province = change.Province, ownDistrict = change.District, role = change.By.RoleCode, by = change.By.Pseudonym,
        };
        if (given.verdict is not (null or "confirmed") && given.reason is null && !change.Errors.Any) json.Wrong<string>("reason", "required", "Neden sorun olmadığını seçin.");
        if (given.measure is not null && given.measuredOn is null && !change.Errors.Any) json.Wrong<DateOnly?>("measuredOn", "required", "Önlemin başladığı günü yazın.");
        if (given.measuredOn is not null && given.measure is null) json.Wrong<string>("measure", "required", "Hangi önlemin alındığını seçin.");
        if (given.measuredOn > change.Today) json.Wrong<DateOnly?>("measuredOn", "out_of_range", "Gelecekte olamaz: önlem başlayınca kaydedin.");
        if (change.Errors.Any) return null;
        return await change.Work.ExecuteAsync("Flags/AddVerdict.sql", given) == 0 ? null : TypedResults.NoContent();
    }, stop, Authorization.ToJudgeFlags);
}
