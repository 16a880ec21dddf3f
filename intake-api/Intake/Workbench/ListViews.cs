using AcikKapi.Intake.Http;
using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Workbench;

/// <param name="Address">Below the workbench's root.</param>
public sealed record SavedView(long No, string Name, string Address, string SavedAt);

/// <summary>GET /v1/views: what the officer kept, by name.</summary>
public sealed class ListViews(SettingsDesk desk)
{
    sealed record Row(long ViewNo, string Name, string Address, DateTime SavedAt);

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ReadAsync(http, async (work, officer, _) =>
        TypedResults.Ok((await work.ListAsync<Row>("Workbench/ListViews.sql", new { owner = officer.Pseudonym }))
            .Select(r => new SavedView(r.ViewNo, r.Name, r.Address, TurkishTime.Instant(r.SavedAt))).ToList()), stop, Authorization.ToUseWorkbench);
}
