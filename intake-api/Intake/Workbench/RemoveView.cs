using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Workbench;

/// <summary>What is sent to POST /v1/view-removals.</summary>
public sealed record ViewToRemove(long No);

/// <summary>Removes a view of the officer's own; there is no such view where it is somebody else's.</summary>
public sealed class RemoveView(SettingsDesk desk)
{
    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
        change.Json.Number("no", required: true) is { } no && await change.Work.ExecuteAsync("Workbench/RemoveView.sql", new { owner = change.By.Pseudonym, no = (long)no }) > 0
            ? TypedResults.NoContent()
            : null, stop, Authorization.ToUseWorkbench);
}
