using System.Net;
using System.Text.Json.Nodes;
using AcikKapi.Domain.Calendar;
using Xunit;

namespace AcikKapi.Tests.Intake.Clock;

/// <summary>Leave added late moves every open deadline it touches, and says so.</summary>
public sealed class AdministrativeLeaveTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _ministry = "", _governor = "", _desk = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync(demo: true);
        await _intake.AddUnitAsync("76-SAG", 76);
        (_governor, _desk) = (await _intake.AddStaffAsync("executive", "76"), await _intake.AddStaffAsync("desk", "76"));
        _ministry = AcikKapi.Intake.Staff.StaffToken.Create();
        await _intake.ExecuteAsync("insert into intake.staff (role_code, token_hash, pseudonym) values ('ministry', @hash, @hash)", new { hash = AcikKapi.Intake.Staff.StaffToken.Hash(_ministry) });
    }

    // Thursday 2 May 2024: seven working days later is Monday 13 May; a Wednesday off makes it Tuesday.
    const string Thursday = "2024-05-02T06:00:00Z", Wednesday = "2024-05-08";

    [Fact]
    public async Task ProvincialLeave_MovesBothClocksThereAndNowhereElse()
    {
        var (here, elsewhere) = (await SubmitAsync(76, 1692), await SubmitAsync(34, 1421));
        await StepAsync(here, """{"event":"routed","unitCode":"76-SAG"}""", "2024-05-03T06:00:00Z");
        var receipt = await LeaveAsync($$"""{"date":"{{Wednesday}}","provinceCode":76,"reason":"Yoğun kar"}""", _governor, HttpStatusCode.Created);
        Assert.Equal(2, (int)receipt["changedDeadlines"]!);

        var deadline = await DeadlineAsync(here);
        Assert.Equal(("2024-05-14", "2024-05-15"), ((string)deadline["dueDate"]!, (string)deadline["unit"]!["dueDate"]!));
        Assert.Equal("2024-05-14", (string)(await GetAsync($"/v1/applications/{here}", null))["dueDate"]!);
        Assert.Contains(deadline["days"]!.AsArray(), d => (string)d!["date"]! == Wednesday && (string)d["why"]! == "İdari izin: Yoğun kar");
        Assert.Equal(["applicant 2024-05-13 2024-05-14", "unit 2024-05-14 2024-05-15"],
            deadline["changes"]!.AsArray().Select(c => $"{c!["clock"]} {c["oldDueDate"]} {c["newDueDate"]}").Order(StringComparer.Ordinal));
        Assert.Equal("2024-05-13", (string)(await DeadlineAsync(elsewhere))["dueDate"]!);
        Assert.Equal("2024-05-14", (string)(await GetAsync($"/v1/applications/{await SubmitAsync(76, 1692)}", null))["dueDate"]!); // and what comes after
    }

    [Fact]
    public async Task CountrysLeave_MovesAllProvincesAndIsTakenBack()
    {
        var (one, other) = (await SubmitAsync(76, 1692), await SubmitAsync(34, 1421));
        var receipt = await LeaveAsync($$"""{"date":"{{Wednesday}}","reason":"Bayram öncesi"}""", _ministry, HttpStatusCode.Created);
        foreach (var number in new[] { one, other }) Assert.Equal("2024-05-14", (string)(await DeadlineAsync(number))["dueDate"]!);
        await LeaveAsync($$"""{"date":"{{Wednesday}}","reason":"Yine"}""", _ministry, HttpStatusCode.Conflict);

        Assert.Equal(HttpStatusCode.NotFound, await WithdrawAsync((string)receipt["leaveId"]!, _governor));
        Assert.Equal(HttpStatusCode.OK, await WithdrawAsync((string)receipt["leaveId"]!, _ministry));
        var back = await DeadlineAsync(one);
        Assert.Equal(("2024-05-13", 2), ((string)back["dueDate"]!, back["changes"]!.AsArray().Count));
    }

    [Fact]
    public async Task SettledApplication_KeepsItsDeadlineAndItsExplanation()
    {
        var number = await SubmitAsync(76, 1692);
        await StepAsync(number, """{"event":"rejected","reasonCode":"repeated"}""", "2024-05-03T06:00:00Z");
        Assert.Equal(0, (int)(await LeaveAsync($$"""{"date":"{{Wednesday}}","provinceCode":76,"reason":"Kar"}""", _governor, HttpStatusCode.Created))["changedDeadlines"]!);
        Assert.Equal("2024-05-13", (string)(await DeadlineAsync(number))["dueDate"]!);
    }

    [Theory]
    [InlineData("""{"date":"2024-05-11","provinceCode":76,"reason":"Cumartesi"}""", "date")]
    [InlineData("""{"date":"2024-05-01","provinceCode":76,"reason":"Bayram"}""", "date")]
    [InlineData("""{"date":"yarın","provinceCode":76,"reason":"?"}""", "date")]
    [InlineData("""{"date":"2024-05-08","provinceCode":76}""", "reason")]
    public async Task ImpossibleLeave_Gets422ThatNamesTheField(string body, string field) =>
        Assert.Contains($"\"{field}\"", (await LeaveAsync(body, _governor, HttpStatusCode.UnprocessableEntity)).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public async Task LeaveOfAnotherPlace_IsForbidden()
    {
        await LeaveAsync($$"""{"date":"{{Wednesday}}","provinceCode":34,"reason":"Kar"}""", _governor, HttpStatusCode.Forbidden);
        await LeaveAsync($$"""{"date":"{{Wednesday}}","reason":"Kar"}""", _governor, HttpStatusCode.Forbidden);
        await LeaveAsync($$"""{"date":"{{Wednesday}}","provinceCode":76,"reason":"Kar"}""", _desk, HttpStatusCode.Forbidden);
    }

    /// <summary>Whoever submits while leave is added is reckoned by the old calendar and moved, or by the new one: never left behind.</summary>
    [Fact]
    public async Task LeaveAddedDuringSubmissions_LeavesNoDeadlineBehind()
    {
        var submissions = Task.WhenAll(Enumerable.Range(0, 120).Select(async i =>
        {
            await Task.Delay(i * 3);
            return await SubmitAsync(76, 1692);
        }));
        foreach (var day in new[] { "2024-05-03", "2024-05-06", Wednesday })
            await LeaveAsync($$"""{"date":"{{day}}","provinceCode":76,"reason":"Kar"}""", _governor, HttpStatusCode.Created);
        await submissions;
        Assert.Equal("2024-05-16", await _intake.ScalarAsync<string>("select string_agg(distinct due_on::text, ',') from intake.applications"));
    }

    [Fact]
    public async Task Lists_ShowWhatIsOverdueAndDueSoonToItsPlaceAndUnit()
    {
        var today = IstanbulTime.DayOf(DateTimeOffset.UtcNow);
        var (late, soon, far) = (await SubmitAsync(76, 1692), await SubmitAsync(76, 1692), await SubmitAsync(76, 1692));
        await DueAsync(late, today.AddDays(-10));
        await DueAsync(soon, today);
        await DueAsync(far, today.AddDays(40));
        await StepAsync(late, """{"event":"routed","unitCode":"76-SAG"}""", Thursday);

        var overdue = await NumbersAsync("state=overdue", _desk);
        Assert.Equal([late], overdue);
        Assert.Equal([soon], await NumbersAsync("state=due_soon&days=1", _desk));
        Assert.Equal([late], await NumbersAsync("state=overdue&clock=unit", await _intake.AddStaffAsync("liaison", "76", "76-SAG"))); // due 13 May 2024
        await _intake.AddUnitAsync("76-MEB", 76);
        Assert.Empty(await NumbersAsync("state=overdue&clock=unit", await _intake.AddStaffAsync("liaison", "76", "76-MEB")));
        Assert.Empty(await NumbersAsync("state=overdue", await _intake.AddStaffAsync("desk", "34")));

        await StepAsync(late, """{"event":"confidential_set"}""", "2024-05-06T06:00:00Z");
        Assert.Empty(await NumbersAsync("state=overdue", _desk));
        Assert.Equal([late], await NumbersAsync("state=overdue", _governor));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(HttpMethod.Get, "/v1/deadlines?state=never", null, _desk)).StatusCode);
    }

    Task DueAsync(string number, DateOnly day) => _intake.ExecuteAsync("update intake.applications set due_on = @day where tracking_number = @number", new { number, day });

    async Task<string[]> NumbersAsync(string query, string token) =>
        [.. (await GetAsync($"/v1/deadlines?{query}", token))["applications"]!.AsArray().Select(a => (string)a!["trackingNumber"]!)];

    Task<string> SubmitAsync(int province, int district) => _intake.AcceptedAsync(Bodies.Valid(province, district), simulatedAt: Thursday);

    async Task StepAsync(string number, string body, string at)
    {
        var response = await _intake.PostAsync($"/v1/applications/{number}/events", body, token: _desk, simulatedAt: at);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
    }

    Task<JsonNode> DeadlineAsync(string number) => GetAsync($"/v1/applications/{number}/deadline", null);

    async Task<JsonNode> GetAsync(string path, string? token)
    {
        var response = await SendAsync(HttpMethod.Get, path, null, token);
        var text = await response.TextAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    async Task<JsonNode> LeaveAsync(string body, string token, HttpStatusCode expected)
    {
        var response = await SendAsync(HttpMethod.Post, "/v1/administrative-leave", body, token);
        var text = await response.TextAsync();
        Assert.True(expected == response.StatusCode, text);
        return JsonNode.Parse(text)!;
    }

    async Task<HttpStatusCode> WithdrawAsync(string id, string token) => (await SendAsync(HttpMethod.Delete, $"/v1/administrative-leave/{id}", null, token)).StatusCode;

    async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string? token)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await _intake.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
