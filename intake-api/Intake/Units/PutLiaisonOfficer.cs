using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Units;

/// <summary>What is sent to PUT /v1/units/{code}/liaison-officers/{no}: duty and title, never a name (art. 5-n).</summary>
/// <param name="StaffId">The account, if there is one: a liaison officer's of this unit.</param>
/// <param name="Until">The first day without.</param>
public sealed record LiaisonOfficerSubmission(string Duty, string Title, Guid? StaffId, string? From, string? Until);

/// <summary>Who follows and answers what is routed to a unit. One row a number; who held it before stands in the log.</summary>
public sealed class PutLiaisonOfficer(SettingsDesk desk)
{
    public Task<IResult> RunAsync(string unit, int no, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var given = new
        {
            unit, no, province = change.Province, ownDistrict = change.District,
            duty = json.Text("duty", 200, required: true), title = json.Text("title", 200, required: true), staff = json.Id("staffId"),
            from = json.Date("from") ?? change.Today, until = json.Date("until"),
        };
        if (no is < 1 or > 100) json.Wrong<int?>("no", "out_of_range", "1 ile 100 arasında olmalı.");
        if (given.until < given.from) json.Wrong<string>("until", "out_of_range", "from gününden önce olamaz.");
        if (given.staff is not null && await change.Work.FindAsync<int?>("Units/FindLiaisonAccount.sql", given) is null)
            json.Wrong<Guid?>("staffId", "unknown", "Bu birimin böyle bir irtibat görevlisi hesabı yok.");
        if (change.Errors.Any) return null;
        return await change.Work.ExecuteAsync("Units/PutLiaisonOfficer.sql", given) == 0 ? null : TypedResults.NoContent();
    }, stop);
}
