using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Visits;

/// <summary>Escorts and field visits from the asking to the result.</summary>
public sealed class VisitsTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _desk = "", _coordinator = "", _governor = "", _field = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        (_desk, _coordinator, _governor, _field) =
            (await _intake.AddStaffAsync("desk", "76"), await _intake.AddStaffAsync("coordinator", "76"), await _intake.AddStaffAsync("executive", "76"), await _intake.AddStaffAsync("field", "76"));
    }

    [Fact]
    public async Task VeteransEscort_IsAskedForPlannedAndReported()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid()); // of a veteran
        var visit = await AskedAsync($$"""{"kind":"escort","trackingNumber":"{{number}}","note":"Tekerlekli sandalye"}""", _desk);
        Assert.Equal(HttpStatusCode.Conflict, await ResultAsync(visit, _coordinator)); // nobody was sent yet
        Assert.Equal(HttpStatusCode.Forbidden, await PlanAsync(visit, "2026-12-01T09:30:00+03:00", _desk));
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(visit, "2026-12-01T09:30:00+03:00", _coordinator));
        var seen = Assert.Single(await CalendarAsync(_field));
        Assert.Equal(("escort", "circumstances", "planned", number, "2026-12-01T09:30:00.000+03:00"), ((string)seen!["kind"]!, (string)seen["origin"]!, (string)seen["status"]!, (string)seen["trackingNumber"]!, (string)seen["startsAt"]!));

        Assert.Equal(HttpStatusCode.NotFound, await ResultAsync(visit, await _intake.AddStaffAsync("field", "76"))); // another's
        Assert.Equal(HttpStatusCode.OK, await ResultAsync(visit, _field));
        Assert.Equal(HttpStatusCode.Conflict, await ResultAsync(visit, _field));
        Assert.Equal(HttpStatusCode.Conflict, await PlanAsync(visit, "2026-12-02T09:30:00+03:00", _coordinator));
        Assert.Equal("done helped 45", await _intake.ScalarAsync<string>("select status || ' ' || result_code || ' ' || spent_minutes from intake.visits"));
    }

    [Fact]
    public async Task EscortWithoutNeed_IsForTheExecutiveToOrder()
    {
        var body = Bodies.Valid();
        body["applicant"]!["circumstances"] = new JsonArray();
        var number = await _intake.AcceptedAsync(body);
        var ask = $$"""{"kind":"escort","trackingNumber":"{{number}}"}""";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, "/v1/visits", ask, _desk)).Status);
        await AskedAsync(ask, _governor);
        Assert.Equal("executive", await _intake.ScalarAsync<string>("select origin_code from intake.visits"));
    }

    [Fact]
    public async Task FieldVisit_IsTheExecutivesOrderAndNeedsNoApplication()
    {
        const string Order = """{"kind":"field_visit","districtCode":1692,"note":"Köy yolları yerinde görülsün"}""";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, "/v1/visits", Order, _coordinator)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Post, "/v1/visits", Order, _field)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _intake.AskAsync(HttpMethod.Post, "/v1/visits", Order)).Status);
        await AskedAsync(Order, _governor);
        Assert.Single(await CalendarAsync(_coordinator));
        Assert.Empty(await CalendarAsync(await _intake.AddStaffAsync("coordinator", "34")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, "/v1/visits", Order.Replace("1692", "1421", StringComparison.Ordinal), _governor)).Status);
    }

    [Fact]
    public async Task OfficerInTwoPlacesAtOnce_IsRefused()
    {
        var (one, other) = (await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor), await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor));
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(one, "2026-12-01T09:30:00+03:00", _coordinator));
        Assert.Equal(HttpStatusCode.Conflict, await PlanAsync(other, "2026-12-01T10:00:00+03:00", _coordinator));
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(one, "2026-12-01T09:45:00+03:00", _coordinator)); // itself moved
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(other, "2026-12-01T10:45:00+03:00", _coordinator)); // right after
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await PlanAsync(await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor), "2026-12-05T09:00:00+03:00", _coordinator)));
        Assert.Equal(1, both.Count(s => s == HttpStatusCode.OK));
    }

    [Fact]
    public async Task CancelledVisit_FreesItsHour()
    {
        var (one, other) = (await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor), await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor));
        await PlanAsync(one, "2026-12-01T09:30:00+03:00", _coordinator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{one}/cancel", "{}", _coordinator)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{one}/cancel", """{"note":"Gerek kalmadı"}""", _coordinator)).Status);
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(other, "2026-12-01T09:30:00+03:00", _coordinator));
    }

    [Fact]
    public async Task SealedApplication_IsNamedToTheExecutiveOnly()
    {
        var body = Bodies.Valid();
        body["confidential"] = true;
        var number = await _intake.AcceptedAsync(body);
        var ask = $$"""{"kind":"escort","trackingNumber":"{{number}}"}""";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, "/v1/visits", ask, _desk)).Status);
        var visit = await AskedAsync(ask, _governor);
        Assert.Empty(await CalendarAsync(_coordinator));
        await PlanAsync(visit, "2026-12-01T09:30:00+03:00", _governor);
        Assert.Null(Assert.Single(await CalendarAsync(_field))!["trackingNumber"]);
        Assert.Equal(number, (string)Assert.Single(await CalendarAsync(_governor))!["trackingNumber"]!);
    }

    async Task<string> AskedAsync(string body, string token)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/visits", body, token);
        Assert.True(status == HttpStatusCode.Created, json?.ToJsonString());
        return (string)json!["visitId"]!;
    }

    async Task<HttpStatusCode> PlanAsync(string visit, string start, string token) =>
        (await _intake.AskAsync(HttpMethod.Put, $"/v1/visits/{visit}/plan", $$"""{"staffId":"{{await _intake.StaffIdAsync(_field)}}","startsAt":"{{start}}","minutes":60}""", token)).Status;

    async Task<HttpStatusCode> ResultAsync(string visit, string token) =>
        (await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{visit}/result", """{"result":"helped","minutesSpent":45}""", token)).Status;

    async Task<JsonArray> CalendarAsync(string token) => (await _intake.AskAsync(HttpMethod.Get, "/v1/visits?from=2026-11-01&to=2026-12-31", token: token)).Json!.AsArray();

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
