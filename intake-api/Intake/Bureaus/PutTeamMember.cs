using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Bureaus;

/// <summary>What is sent to PUT /v1/bureaus/{code}/team/{staffId}.</summary>
/// <param name="Until">The first day without.</param>
/// <param name="Weight">Share of the work beside the others'; 1 where not given, 0: takes no applications.</param>
/// <param name="Kinds">Takes only these; none given: all.</param>
/// <param name="Headings">Takes only these headings' applications; none given: all.</param>
public sealed record TeamMemberSubmission(string Duty, bool? Coordinator, string? From, string? Until, decimal? Weight, string[]? Kinds, string[]? Headings);

/// <summary>Who belongs to a bureau's team, what they do, and how much of its work they take (art. 5-c, ç, 6).</summary>
public sealed class PutTeamMember(SettingsDesk desk)
{
    public Task<IResult> RunAsync(string bureau, Guid staffId, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var given = new
        {
            bureau, staffId, province = change.Province, ownDistrict = change.District,
            duty = json.Text("duty", 200, required: true), coordinator = json.Flag("coordinator") ?? false,
            from = json.Date("from") ?? change.Today, until = json.Date("until"), weight = json.Decimal("weight") ?? 1m,
            kinds = json.Codes("kinds", Vocabulary.Current.Kinds.Contains), headings = json.Codes("headings", code => Vocabulary.Current.Types.Find(code)?.IsHeading == true),
        };
        if (given.until < given.from) json.Wrong<string>("until", "out_of_range", "from gününden önce olamaz.");
        if (given.weight is < 0 or > 100) json.Wrong<decimal?>("weight", "out_of_range", "0 ile 100 arasında olmalı.");
        if (change.Errors.Any) return null;
        return await change.Work.ExecuteAsync("Bureaus/PutTeamMember.sql", given) == 0 ? null : TypedResults.NoContent();
    }, stop);
}
