using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Workbench;

/// <summary>What is sent to POST /v1/brief-orders.</summary>
public sealed record BriefToOrder([property: Description("bakanlik, il:76, ilce:76-1692")] string Scope, [property: Description("2026-10, 2026-Q3, 2026-W40, 2026")] string Period);

/// <summary>
/// Orders a brief of the own place, or of any by the ministry, that the night does not print by itself: of an older or a running period.
/// What waits already is not ordered twice.
/// </summary>
public sealed partial class OrderBrief(SettingsDesk desk)
{
    const int MostWaiting = 20;

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var (scope, period) = (change.Json.Text("scope", 20, required: true), change.Json.Text("period", 10, required: true));
        if (scope is not null && !IsTheirs(scope, change.By)) change.Json.Wrong<string>("scope", "unknown", "Böyle bir yer yok ya da sizin yeriniz değil.");
        if (period is not null && !Period().IsMatch(period)) change.Json.Wrong<string>("period", "malformed", "2026, 2026-Q3, 2026-10 ya da 2026-W40 biçiminde olmalı.");
        if (change.Errors.Any) return null;
        var order = new { province = change.Province, scope, period, by = change.By.Pseudonym, role = change.By.RoleCode, most = MostWaiting };
        if ((await change.Work.ListAsync<int>("Workbench/OrderBrief.sql", order)).Count == 0)
            change.Json.Wrong<string>("period", "too_many", $"Bekleyen {MostWaiting} brifinginiz var; onlar basılınca yenilerini ısmarlayabilirsiniz.");
        return TypedResults.NoContent();
    }, stop, Authorization.ToUseWorkbench);

    static bool IsTheirs(string scope, StaffMember by)
    {
        if (Scope().Match(scope) is not { Success: true } parts) return false;
        if (parts.Groups["province"] is not { Success: true } province) return by.ProvinceCode is null;
        var code = int.Parse(province.Value, CultureInfo.InvariantCulture);
        int? district = parts.Groups["district"] is { Success: true } of ? int.Parse(of.Value, CultureInfo.InvariantCulture) : null;
        return Vocabulary.Current.Provinces.Find(code) is not null && (district is not { } known || Vocabulary.Current.Districts.Find(known)?.ProvinceCode == code)
            && (by.ProvinceCode is not { } own || own == code) && (by.DistrictCode is not { } ownDistrict || ownDistrict == district);
    }

    [GeneratedRegex(@"^(bakanlik|il:(?<province>[1-9]\d?)|ilce:(?<province>[1-9]\d?)-(?<district>[1-9]\d{0,5}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Scope();

    [GeneratedRegex(@"^20\d\d(-(Q[1-4]|0[1-9]|1[0-2]|W(0[1-9]|[1-4]\d|5[0-3])))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Period();
}
