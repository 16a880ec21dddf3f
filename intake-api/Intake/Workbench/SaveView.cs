using AcikKapi.Intake.Settings;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Workbench;

/// <summary>What is sent to POST /v1/views.</summary>
/// <param name="Address">Below the workbench's root: a page and its filters.</param>
public sealed record ViewToSave(string Name, string Address);

/// <summary>Keeps a view under a name of the officer's own; the same name again takes the earlier one's place.</summary>
public sealed class SaveView(SettingsDesk desk)
{
    const int Most = 100;

    public Task<IResult> RunAsync(HttpContext http, CancellationToken stop) => desk.ChangeAsync(http, async change =>
    {
        var (name, address) = (change.Json.Text("name", 80, required: true), change.Json.Text("address", 1000, required: true));
        if (address is not (null or ['/' or '?', ..])) change.Json.Wrong<string>("address", "malformed", "Tezgâhın bir sayfası olmalı.");
        if (change.Errors.Any) return null;
        if (await change.Work.ExecuteAsync("Workbench/SaveView.sql", new { owner = change.By.Pseudonym, province = change.Province, name, address, most = Most }) == 0)
            change.Json.Wrong<string>("name", "too_many", $"En çok {Most} görünüm saklanır; önce birini silin.");
        return TypedResults.NoContent();
    }, stop, Authorization.ToUseWorkbench);
}
