using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Units;

/// <summary>What is sent to PUT /v1/units/{code}.</summary>
/// <param name="DistrictCode">Not given: it serves the whole province.</param>
/// <param name="ClosedOn">The first day on which nothing is routed to it.</param>
/// <param name="LiaisonOfficersRequired">How many it must name (art. 5-m); 1 where not given.</param>
public sealed record UnitSubmission(string Name, string Institution, string Kind, int? DistrictCode, string? OpenedOn, string? ClosedOn, int? LiaisonOfficersRequired);

/// <summary>A unit or other institution that applications are routed to: new, changed, closed. Its code stays.</summary>
public sealed class PutUnit(SettingsDesk desk)
{
    public Task<IResult> RunAsync(string code, HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var json = change.Json;
        var given = new
        {
            code, province = change.Province, ownDistrict = change.District,
            name = json.Text("name", 200, required: true), institution = json.Text("institution", 200, required: true),
            kind = json.Code("kind", Vocabulary.Current.UnitKinds.Contains, required: true), district = json.District("districtCode", change.Province),
            openedOn = json.Date("openedOn"), closedOn = json.Date("closedOn"), required = json.Number("liaisonOfficersRequired") ?? 1,
        };
        if (!IsCode(code, change.Province)) json.Wrong<string>("code", "malformed", $"Kod {change.Province}- ile başlamalı; büyük harf, rakam ve tire ile en çok 40 karakter olmalı.");
        if (given.closedOn <= given.openedOn) json.Wrong<string>("closedOn", "out_of_range", "openedOn gününden sonra olmalı.");
        if (given.required is < 0 or > 100) json.Wrong<int?>("liaisonOfficersRequired", "out_of_range", "0 ile 100 arasında olmalı.");
        if (change.District is not null && given.district != change.District) json.Wrong<int?>("districtCode", "forbidden", "Yalnız kendi ilçenizin birimlerini değiştirebilirsiniz.");
        if (change.Errors.Any) return null;
        return await change.Work.ExecuteAsync("Units/PutUnit.sql", given) == 0 ? null : TypedResults.NoContent();
    }, stop);

    static bool IsCode(string code, int province) =>
        code.Length is > 3 and <= 40 && code.StartsWith(FormattableString.Invariant($"{province}-"), StringComparison.Ordinal)
        && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
