using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Workbench;

/// <param name="DoneOn">The night's day; null: it waits.</param>
/// <param name="Problem">Why the night could not print it.</param>
public sealed record BriefOrder(string Scope, string Period, string OrderedAt, DateOnly? DoneOn, string? Problem);

/// <summary>GET /v1/brief-orders: the place's last fifty, the newest first.</summary>
public sealed class ListBriefOrders(SettingsDesk desk)
{
    sealed record Row(string ScopeCode, string PeriodCode, DateTime OrderedAt, DateOnly? DoneOn, string? Problem);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
        TypedResults.Ok((await work.ListAsync<Row>("Workbench/ListBriefOrders.sql", new { province = officer.ProvinceCode ?? 0, ownDistrict = officer.DistrictCode }))
            .Select(r => new BriefOrder(r.ScopeCode, r.PeriodCode, TurkishTime.Instant(r.OrderedAt), r.DoneOn, r.Problem)).ToList()), stop, Authorization.ToUseWorkbench);
}
