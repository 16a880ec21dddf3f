using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
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
        Assert.Equal(HttpStatusCode.Forbidden, await PlanAsync(visit, Later(9, 30), _desk));
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(visit, Later(9, 30), _coordinator));
        var seen = Assert.Single(await CalendarAsync(_field));
        Assert.Equal(("escort", "circumstances", "planned", number, Later(9, 30).Replace(":00+", ":00.000+", StringComparison.Ordinal)), ((string)seen!["kind"]!, (string)seen["origin"]!, (string)seen["status"]!, (string)seen["trackingNumber"]!, (string)seen["startsAt"]!));

        Assert.Equal(HttpStatusCode.NotFound, await ResultAsync(visit, await _intake.AddStaffAsync("field", "76"))); // another's
        Assert.Equal(HttpStatusCode.OK, await ResultAsync(visit, _field));
        Assert.Equal(HttpStatusCode.Conflict, await ResultAsync(visit, _field));
        Assert.Equal(HttpStatusCode.Conflict, await PlanAsync(visit, Later(12, 30), _coordinator));
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
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(one, Later(9, 30), _coordinator));
        Assert.Equal(HttpStatusCode.Conflict, await PlanAsync(other, Later(10, 0), _coordinator));
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(one, Later(9, 45), _coordinator)); // itself moved
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(other, Later(10, 45), _coordinator)); // right after
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await PlanAsync(await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor), Later(16, 0), _coordinator)));
        Assert.Equal(1, both.Count(s => s == HttpStatusCode.OK));
    }

    [Fact]
    public async Task CancelledVisit_FreesItsHour()
    {
        var (one, other) = (await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor), await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor));
        await PlanAsync(one, Later(9, 30), _coordinator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{one}/cancel", "{}", _coordinator)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{one}/cancel", """{"note":"Gerek kalmadı"}""", _coordinator)).Status);
        Assert.Equal(HttpStatusCode.OK, await PlanAsync(other, Later(9, 30), _coordinator));
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
        await PlanAsync(visit, Later(9, 30), _governor);
        Assert.Null(Assert.Single(await CalendarAsync(_field))!["trackingNumber"]);
        Assert.Equal(number, (string)Assert.Single(await CalendarAsync(_governor))!["trackingNumber"]!);

        foreach (var token in new[] { _desk, _coordinator })
        {
            Assert.Empty(await CalendarAsync(token)); // planned, it is as invisible as before, note and all
            Assert.Equal(HttpStatusCode.NotFound, (await ShowAsync(visit, token)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, await PlanAsync(visit, Later(10, 30), _coordinator));
        Assert.Equal(HttpStatusCode.NotFound, await ResultAsync(visit, _coordinator));
        Assert.Equal(HttpStatusCode.NotFound, (await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{visit}/cancel", """{"note":"Gerek kalmadı"}""", _coordinator)).Status);
        Assert.Equal((HttpStatusCode.OK, "Çiğdem"), await OpenAsync(visit, _field) is var (status, opened) ? (status, (string)opened!["firstName"]!) : default);
        Assert.Equal(HttpStatusCode.OK, await ResultAsync(visit, _field));
    }

    /// <summary>Whoever is sent can find whom they are sent to; why they looked is logged; nobody else learns more by it.</summary>
    [Fact]
    public async Task OfficerWhoIsSent_OpensNamePhoneAndPlaceWithAReasonThatIsLogged()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        var visit = await AskedAsync($$"""{"kind":"escort","trackingNumber":"{{number}}","note":"Tekerlekli sandalye"}""", _desk);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(visit, _field)).Status); // not yet sent
        await PlanAsync(visit, Later(9, 30), _coordinator);
        var (_, opened) = await OpenAsync(visit, _field);
        Assert.Equal("Çiğdem Öztürkoğlu +905551112233 1692 Topçular Tekerlekli sandalye", $"{opened!["firstName"]} {opened["lastName"]} {opened["phone"]} {opened["districtCode"]} {opened["neighbourhood"]} {opened["note"]}");
        Assert.DoesNotContain(Bodies.NationalId, opened.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("field Refakate gidiyorum", await _intake.ScalarAsync<string>("select string_agg(actor_role_code || ' ' || reason, ',') from intake.access_log"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{visit}/openings", "{}", _field)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(visit, await _intake.AddStaffAsync("field", "76"))).Status); // another's
        Assert.Equal(HttpStatusCode.Forbidden, (await OpenAsync(visit, _desk)).Status);
        await ResultAsync(visit, _field);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(visit, _field)).Status); // over
        Assert.Equal(1, await _intake.ScalarAsync<int>("select count(*)::int from intake.access_log"));

        var tipOff = Bodies.Valid();
        tipOff["kind"] = "tip_off";
        var secret = await AskedAsync($$"""{"kind":"field_visit","trackingNumber":"{{await _intake.AcceptedAsync(tipOff)}}"}""", _governor);
        await PlanAsync(secret, Later(14, 0), _governor);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(secret, _field)).Status);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2020-01-01T00:00:00Z")]
    [InlineData("12:00")]
    [InlineData("2026-12-01")]
    [InlineData("2026-12-01T09:30:00")] // whose clock?
    [InlineData("2026-13-01T09:30:00Z")]
    [InlineData("yesterday")]
    [InlineData("tomorrow")]
    [InlineData("in two years")]
    public async Task StartThatIsNoInstantOrFarAway_IsRefused(string start)
    {
        var visit = await AskedAsync("""{"kind":"field_visit","districtCode":1692}""", _governor);
        var days = start switch { "yesterday" => -1, "tomorrow" => 1, "in two years" => 731, _ => 0 };
        if (days != 0) start = DateTimeOffset.UtcNow.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
        Assert.Equal(days == 1 ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, await PlanAsync(visit, start, _coordinator));
    }

    /// <summary>What was asked for stays beside what came of it, and each plan is kept.</summary>
    [Fact]
    public async Task Visit_KeepsItsOrderItsPlansAndItsResultApart()
    {
        var visit = await AskedAsync("""{"kind":"field_visit","districtCode":1692,"note":"Köy yolları yerinde görülsün"}""", _governor);
        await PlanAsync(visit, Later(9, 30), _coordinator);
        await PlanAsync(visit, Later(11, 0), _governor);
        await _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{visit}/result", """{"result":"not_found","minutesSpent":45,"note":"Yol kapalıydı"}""", _field);
        var (status, shown) = await ShowAsync(visit, _coordinator);
        Assert.Equal((HttpStatusCode.OK, "Köy yolları yerinde görülsün", "Yol kapalıydı"), (status, (string)shown!["visit"]!["note"]!, (string)shown["visit"]!["resultNote"]!));
        Assert.Equal(["asked", "planned 09:30", "planned 11:00", "done 11:00"], shown["changes"]!.AsArray().Select(c => $"{c!["status"]} {((string?)c["startsAt"])?[11..16]}".Trim()));
        Assert.Equal(4, shown["changes"]!.AsArray().Select(c => (string)c!["by"]!).Count(by => by.Length > 0));
        Assert.Equal(HttpStatusCode.NotFound, (await ShowAsync(visit, await _intake.AddStaffAsync("coordinator", "34"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ShowAsync(Guid.NewGuid().ToString(), _coordinator)).Status);
    }

    [Fact]
    public async Task Location_LeadsToTheVisit()
    {
        using var response = await _intake.PostAsync("/v1/visits", """{"kind":"field_visit","districtCode":1692}""", token: _governor);
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Get, response.Headers.Location!.ToString(), token: _coordinator)).Status);
    }

    [Fact]
    public async Task LongCalendar_IsPaged()
    {
        await _intake.ExecuteAsync("""
            insert into intake.visits (province_code, kind_code, origin_code, district_code, status, staff_id, starts_at, planned_minutes, asked_at, actor_pseudonym)
            select 76, 'field_visit', 'executive', 1692, case when g > 300 then 'planned' else 'asked' end, case when g > 300 then s.staff_id end, case when g > 300 then now() + interval '1 day' end,
              case when g > 300 then 30 end, now() + g * interval '1 second', '\x00'
            from generate_series(1, 450) g, (select staff_id from intake.staff where role_code = 'field' limit 1) s
            """);
        var (next, pages) = ("/v1/visits", new List<string[]>());
        while (next.Length > 0)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _coordinator) } };
            using var response = await _intake.Http.SendAsync(request, TestContext.Current.CancellationToken);
            pages.Add([.. JsonNode.Parse(await response.TextAsync())!.AsArray().Select(v => (string)v!["visitId"]!)]);
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : "";
        }
        Assert.Equal([200, 200, 50], pages.Select(p => p.Length));
        Assert.Equal(450, pages.SelectMany(p => p).Distinct().Count());
    }

    /// <summary>In a week, at an hour of Istanbul.</summary>
    static string Later(int hour, int minute) => DateTime.UtcNow.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $"T{hour:00}:{minute:00}:00+03:00";

    Task<(HttpStatusCode Status, JsonNode? Json)> ShowAsync(string visit, string token) => _intake.AskAsync(HttpMethod.Get, $"/v1/visits/{visit}", token: token);

    Task<(HttpStatusCode Status, JsonNode? Json)> OpenAsync(string visit, string token) => _intake.AskAsync(HttpMethod.Post, $"/v1/visits/{visit}/openings", """{"reason":"Refakate gidiyorum"}""", token);

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

    async Task<JsonArray> CalendarAsync(string token) => (await _intake.AskAsync(HttpMethod.Get, "/v1/visits", token: token)).Json!.AsArray();

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
