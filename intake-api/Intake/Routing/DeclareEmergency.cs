using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Routing;

/// <summary>What is sent to PUT /v1/routing/emergencies/{province}/{from}.</summary>
/// <param name="Until">Its last day; not given: still in force.</param>
public sealed record EmergencySubmission(string? Until, string Note);

/// <param name="Until">Its last day; null: still in force.</param>
public sealed record Emergency(int ProvinceCode, DateOnly From, DateOnly? Until, string Note);

/// <summary>A province's state of emergency (OHAL) and its period: declared, prolonged, ended.</summary>
public sealed class DeclareEmergency(SettingsDesk desk)
{
    sealed record Row(short ProvinceCode, DateOnly FromOn, DateOnly? UntilOn, string NoteTr);

    public Task<IResult> RunAsync(int province, DateOnly from, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var (until, note) = (change.Json.Date("until"), change.Json.Text("note", 500, required: true));
        if (until < from) change.Json.Wrong<string>("until", "out_of_range", "Başlangıç gününden önce olamaz.");
        if (change.Errors.Any) return null;
        await change.Work.MoveToAsync(province); // the ministry's own place is none
        await change.Work.ExecuteAsync("Routing/DeclareEmergency.sql", new { province, from, until, note });
        return TypedResults.Ok(new Emergency(province, from, until, note!));
    }, stop, officer => Domain.Reference.Vocabulary.Current.Provinces.Contains(province) ? Authorization.ToDeclareEmergency(officer, province) : Authorization.ToDeclareEmergency(officer, 0));

    /// <param name="province">The ministry's staff say which; others see their own.</param>
    public Task<IResult> ListAsync(int? province, HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
    {
        var place = officer.ProvinceCode ?? province ?? 0;
        await work.MoveToAsync(place);
        return TypedResults.Ok((await work.ListAsync<Row>("Routing/ListEmergencies.sql", new { province = place })).Select(r => new Emergency(r.ProvinceCode, r.FromOn, r.UntilOn, r.NoteTr)).ToList());
    }, stop, Authorization.ToSeeEmergencies);
}
