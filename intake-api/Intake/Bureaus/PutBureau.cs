using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Bureaus;

/// <summary>What is sent to PUT /v1/bureaus/{code}.</summary>
/// <param name="ClosedOn">The first day on which it receives nothing; its district is then served by the governorship's.</param>
public sealed record BureauSubmission(string Name, string OpenedOn, string? ClosedOn);

/// <summary>A bureau opened, renamed, closed: '76' at the governorship (which never closes), '76-1692' at a kaymakamlık.</summary>
public sealed class PutBureau(SettingsDesk desk)
{
    public Task<IResult> RunAsync(string code, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var place = BureauPlace.Of(code);
        var (name, openedOn, closedOn) = (json.Text("name", 200, required: true), json.Date("openedOn", required: true), json.Date("closedOn"));
        if (closedOn <= openedOn) json.Wrong<string>("closedOn", "out_of_range", "openedOn gününden sonra olmalı.");
        if (place is { DistrictCode: null } && closedOn is not null) json.Wrong<string>("closedOn", "not_allowed", "Valiliğin bürosu kapatılamaz: bürosu olmayan ilçelere o bakar.");
        if (change.Errors.Any || place?.ProvinceCode != change.Province || change.District is not null && place.DistrictCode != change.District) return null;
        await change.Work.ExecuteAsync("Bureaus/PutBureau.sql", new { code, name, province = change.Province, district = place.DistrictCode, openedOn, closedOn });
        return TypedResults.NoContent();
    }, stop);
}
