using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;

namespace AcikKapi.Intake.Routing;

/// <summary>What is sent to POST /v1/routing/rules. Conditions that are not given hold for all.</summary>
/// <param name="Order">10 to 9999; the country's usual rules have 950 and 1000. 100 where not given.</param>
/// <param name="Emergency"><c>declared</c> or <c>undeclared</c>.</param>
/// <param name="Target"><c>unit</c>, <c>executive</c> or <c>desk</c>.</param>
/// <param name="UnitCode">Of target unit: the unit, or what to look for by kind, institution and words of its name.</param>
/// <param name="ValidFrom">YYYY-MM-DD; today where not given.</param>
public sealed record RuleSubmission(
    int? Order, string? TypeCode, int? DistrictCode, string? Kind, string? Emergency, bool? Special, bool? Confidential,
    string Target, string? UnitCode, string? UnitKind, string? Institution, string? UnitName, string Note, string? ValidFrom, string? ValidUntil);

public sealed record RuleReceipt(string RuleCode);

/// <summary>A province's own rule. It is never changed: ended, and another added.</summary>
public sealed class AddRule(SettingsDesk desk)
{
    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var rule = Read(change);
        if (change.Errors.Any) return null;
        if (rule.UnitCode is { } unit && await change.Work.FindAsync<int?>("Applications/FindUnit.sql", new { unit, province = change.Province, day = rule.ValidFrom }) is null)
        {
            change.Json.Wrong<string>("unitCode", "unknown", "Bu ilde böyle açık bir birim yok.");
            return null;
        }
        var code = await change.Work.FindAsync<string>("Routing/AddRule.sql", rule);
        return TypedResults.Created("/v1/routing/rules", new RuleReceipt(code!));
    }, stop);

    sealed record NewRule(
        int Province, int Order, string? TypeCode, int? District, string? Kind, string? Emergency, bool? Special, bool? Confidential,
        string Target, string? UnitCode, string? UnitKind, string? Institution, string? UnitName, string Note, DateOnly ValidFrom, DateOnly? ValidUntil);

    static NewRule Read(SettingsChange change)
    {
        var json = change.Json;
        var district = json.District("districtCode", change.Province);
        if (change.District is not null && district != change.District) json.Wrong<int?>("districtCode", "forbidden", "Yalnız kendi ilçeniz için kural ekleyebilirsiniz.");
        var rule = new NewRule(
            change.Province, json.Number("order") ?? 100, json.Code("typeCode", Vocabulary.Current.Types.Contains), district,
            json.Code("kind", Vocabulary.Current.Kinds.Contains), json.Code("emergency", code => code is RoutingRule.Declared or RoutingRule.Undeclared), json.Flag("special"), json.Flag("confidential"),
            json.Code("target", code => code is RoutingRule.ToUnit or RoutingRule.ToExecutive or RoutingRule.ToDesk, required: true) ?? "",
            json.Text("unitCode", 40), json.Code("unitKind", Vocabulary.Current.UnitKinds.Contains), json.Text("institution", 200), json.Text("unitName", 200),
            json.Text("note", 500, required: true) ?? "", json.Date("validFrom") ?? change.Today, json.Date("validUntil"));
        if (rule.Order is < 10 or > 9999) json.Wrong<int?>("order", "out_of_range", "10 ile 9999 arasında olmalı; 1–9 yönergenin kendi kurallarıdır.");
        if (rule.ValidUntil <= rule.ValidFrom) json.Wrong<string>("validUntil", "out_of_range", "validFrom gününden sonra olmalı.");
        if (rule.Target == RoutingRule.ToUnit && rule.UnitCode is null == rule.UnitKind is null) json.Wrong<string>("unitCode", "required", "Birimin kendisi ya da türü (unitKind) verilmeli, ikisi birden değil.");
        if ((rule.Target != RoutingRule.ToUnit || rule.UnitCode is not null) && (rule.UnitCode is not null && rule.Target != RoutingRule.ToUnit || (rule.UnitKind ?? rule.Institution ?? rule.UnitName) is not null))
            json.Wrong<string>("target", "mismatch", "Birim türü, kurum ve ad yalnız hedefi aranacak bir birim olan kuralda verilir.");
        return rule;
    }
}
