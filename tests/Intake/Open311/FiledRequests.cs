using System.Net;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

/// <summary>A demo home in which a program files requests of March 2026.</summary>
public abstract class FiledRequests : IAsyncLifetime
{
    protected const string Updates = "servicerequestupdates.json?jurisdiction_id=igdir.gov.tr&start_date=2026-03-01T00:00:00Z&end_date=2026-05-01T00:00:00Z";

    protected RunningIntake Intake { get; private set; } = null!;

    /// <summary>Of the program; empty until it filed.</summary>
    protected string Key { get; private set; } = "";

    public async ValueTask InitializeAsync() => Intake = await RunningIntake.WithAsync(demo: true);

    public async ValueTask DisposeAsync()
    {
        await Intake.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<List<string>> FileAsync(int count, string service = "SOS-01", (string, string?)[]? changes = null, string at = "2026-03-10T09:00:00Z")
    {
        if (Key.Length == 0) Key = await Intake.AddKeyAsync();
        var ids = new List<string>();
        for (var i = 0; i < count; i++) ids.Add(await Intake.FiledAsync(GeoReport.With([("service_code", service), .. changes ?? []]), Key, at));
        return ids;
    }

    protected async Task<string> NumberAsync(string id) =>
        (await Intake.ScalarAsync<string>("select tracking_number from intake.applications join intake.open311_requests using (province_code, application_id) where service_request_id = @id", new { id }))!;

    protected async Task AnswerAsync(string id, string outcome, bool sealAndLift = false)
    {
        var (number, desk, executive) = (await NumberAsync(id), await Intake.AddStaffAsync("desk", "76"), await Intake.AddStaffAsync("executive", "76"));
        await StepAsync("""{"event":"routed","unitCode":"76-SAG"}""", desk);
        if (sealAndLift)
        {
            await StepAsync("""{"event":"confidential_set"}""", desk);
            await StepAsync("""{"event":"confidential_lifted"}""", executive);
        }
        await StepAsync($$"""{"event":"answered","outcome":"{{outcome}}","managerInformed":true,"answer":"Yardım yatırıldı."}""", desk);

        async Task StepAsync(string body, string token)
        {
            using var response = await Intake.PostAsync($"/v1/applications/{number}/events", body, token: token, simulatedAt: "2026-03-12T09:00:00Z");
            Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        }
    }
}
