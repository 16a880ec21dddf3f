using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>Steps that the directive ties to a person: appeals, special and confidential applications, hand-overs.</summary>
public sealed class OfficersStepsTests(RunningIntake intake) : IClassFixture<RunningIntake>, IAsyncLifetime
{
    const string Route = """{"event":"routed","unitCode":"76-SAG"}""";

    string _desk = "", _coordinator = "", _executive = "";

    public async ValueTask InitializeAsync()
    {
        await intake.ExecuteAsync("insert into intake.units (unit_code, name, institution, unit_kind_code, province_code) values ('76-SAG', 'İl Sağlık Müdürlüğü', 'Sağlık Bakanlığı', 'directorate', 76) on conflict do nothing");
        (_desk, _coordinator, _executive) = (await intake.AddStaffAsync("desk", "76"), await intake.AddStaffAsync("coordinator", "76"), await intake.AddStaffAsync("executive", "76"));
    }

    [Fact]
    public async Task Appeal_IsDecidedByTheCoordinatorAndStartsTheClockAnew()
    {
        var number = await RejectedAsync();
        Assert.Equal("appealed", (string)(await PostAsync(number, "reopen", """{"reason":"Belgeler tamam"}""", null))["status"]!);
        Assert.Contains("Yeniden açıldı", await RefusedAsync(number, "reopen", """{"reason":"Belgeler tamam"}""", null, HttpStatusCode.Conflict), StringComparison.Ordinal);
        await RefusedAsync(number, "events", """{"event":"reopened","reason":"Yerinde"}""", _desk, HttpStatusCode.Forbidden);
        Assert.Equal("reopened", (string)(await StepAsync(number, """{"event":"reopened","reason":"Yerinde"}""", _coordinator))["status"]!);
    }

    [Fact]
    public async Task RefusedAppeal_IsFinalAndTold()
    {
        var number = await RejectedAsync();
        await PostAsync(number, "reopen", """{"reason":"Belgeler tamam"}""", null);
        await StepAsync(number, """{"event":"appeal_refused","reason":"Belge yok"}""", _coordinator);
        await RefusedAsync(number, "reopen", """{"reason":"Yine"}""", null, HttpStatusCode.Conflict);
        Assert.Equal("received,rejected,appeal_refused", await intake.ScalarAsync<string>(
            "select string_agg(template_code, ',' order by event_no) from intake.messages join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    [Fact]
    public async Task Rejections_AreCountedByReason()
    {
        await RejectedAsync();
        var counts = JsonNode.Parse(await TextAsync("/v1/rejections?from=2020-01-01&to=2099-01-01", _coordinator, HttpStatusCode.OK))!.AsArray();
        var count = Assert.Single(counts, c => (string)c!["reasonCode"]! == "missing_information");
        Assert.Equal(("76", "Bilgiler eksik"), ((string)count!["bureauCode"]!, (string)count["reasonName"]!));
        Assert.True((int)count["rejected"]! >= 1);
        await TextAsync("/v1/rejections?from=2020-01-01&to=2099-01-01", _desk, HttpStatusCode.Forbidden);
        await TextAsync("/v1/rejections?from=x", _coordinator, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task SpecialApplication_GoesFirstToTheExecutive()
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());
        Assert.Equal("received", (string)(await StepAsync(number, """{"event":"marked_special","importance":3}""", _desk))["status"]!);
        Assert.Contains("10-c", await RefusedAsync(number, "events", Route, _desk, HttpStatusCode.Forbidden), StringComparison.Ordinal);
        await StepAsync(number, """{"event":"with_executive"}""", _desk);
        await StepAsync(number, Route, _executive);
        await StepAsync(number, """{"event":"answered","outcome":"resolved","managerInformed":true}""", _desk);
    }

    [Fact]
    public async Task ConfidentialSetLater_TakesTheTextFromTheIngestUntilItIsLifted()
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());
        var before = await ScrubbedAsync(number);
        Assert.NotNull(before);
        await StepAsync(number, """{"event":"confidential_set"}""", _desk);
        Assert.Null(await ScrubbedAsync(number));
        await RefusedAsync(number, "events", Route, _desk, HttpStatusCode.NotFound);
        await StepAsync(number, """{"event":"confidential_confirmed"}""", _executive);
        await StepAsync(number, """{"event":"confidential_lifted"}""", _executive);
        Assert.Equal(before, await ScrubbedAsync(number));
        Assert.Contains("gizli değil", await RefusedAsync(number, "events", """{"event":"confidential_lifted"}""", _executive, HttpStatusCode.Conflict), StringComparison.Ordinal);
        await StepAsync(number, Route, _desk);
    }

    [Fact]
    public async Task HandOver_GoesOnInTheOtherProvinceWithTheFirstReceipt()
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());
        var successor = (string)(await StepAsync(number, """{"event":"referred","provinceCode":34,"districtCode":1421,"reason":"Yetki"}""", _desk))["handedOverTo"]!;
        Assert.StartsWith("34", successor, StringComparison.Ordinal);

        var (old, next) = (await ProgressAsync(number), await ProgressAsync(successor));
        Assert.Equal(("referred", successor), ((string)old["status"]!, (string)old["stages"]![1]!["handedOverTo"]!));
        Assert.Equal("received", (string)next["status"]!);
        Assert.Equal((string)old["receivedAt"]!, (string)next["receivedAt"]!);
        Assert.Equal((string)old["dueDate"]!, (string)next["dueDate"]!);
        Assert.Equal(1, await intake.ScalarAsync<int>("""
            select count(*)::int
            from intake.applications o
            join intake.applications n on n.handed_over_from = o.tracking_number and n.tracking_number = o.handed_over_to
            join intake.applicants po on (po.province_code, po.application_id) = (o.province_code, o.application_id)
            join intake.applicants pn on (pn.province_code, pn.application_id) = (n.province_code, n.application_id)
            where o.tracking_number = @number and (po.national_id, po.phone, po.last_name) = (pn.national_id, pn.phone, pn.last_name)
              and (o.subject, o.body, o.scrubbed_text, o.person_pseudonym, o.notify) = (n.subject, n.body, n.scrubbed_text, n.person_pseudonym, n.notify)
              and n.bureau_code = '34'
            """, new { number }));

        // And on to a third place, by the second's desk only.
        await RefusedAsync(successor, "events", """{"event":"referred","provinceCode":76}""", _desk, HttpStatusCode.NotFound);
        var third = (string)(await StepAsync(successor, """{"event":"referred","provinceCode":76}""", await intake.AddStaffAsync("desk", "34")))["handedOverTo"]!;
        Assert.Equal((string)old["receivedAt"]!, (string)(await ProgressAsync(third))["receivedAt"]!);
    }

    [Fact]
    public async Task Rerouting_KeepsEveryHopAndGoesElsewhere()
    {
        await intake.ExecuteAsync("insert into intake.units (unit_code, name, institution, unit_kind_code, province_code) values ('76-BLD', 'Iğdır Belediyesi', 'Belediye', 'municipality', 76) on conflict do nothing");
        var number = await intake.AcceptedAsync(Bodies.Valid());
        await StepAsync(number, Route, _desk);
        await RefusedAsync(number, "events", """{"event":"rerouted","unitCode":"76-SAG"}""", _desk, HttpStatusCode.Conflict);
        await StepAsync(number, """{"event":"rerouted","unitCode":"76-BLD"}""", _desk);
        await StepAsync(number, """{"event":"rerouted","unitCode":"76-SAG"}""", _desk);
        var stages = (await ProgressAsync(number))["stages"]!.AsArray().Skip(1);
        Assert.Equal(["İl Sağlık Müdürlüğü", "Iğdır Belediyesi", "İl Sağlık Müdürlüğü"], stages.Select(s => (string)s!["unit"]!));
    }

    async Task<string> RejectedAsync()
    {
        var number = await intake.AcceptedAsync(Bodies.Valid());
        await StepAsync(number, """{"event":"rejected","reasonCode":"missing_information"}""", _desk);
        Assert.Equal("Bilgiler eksik", (string)(await ProgressAsync(number))["stages"]![1]!["reason"]!);
        return number;
    }

    Task<string?> ScrubbedAsync(string number) => intake.ScalarAsync<string>("select scrubbed_text from intake.applications where tracking_number = @number", new { number });

    async Task<JsonNode> ProgressAsync(string number) => JsonNode.Parse(await TextAsync($"/v1/applications/{number}", null, HttpStatusCode.OK))!;

    Task<JsonNode> StepAsync(string number, string body, string token) => PostAsync(number, "events", body, token);

    async Task<JsonNode> PostAsync(string number, string action, string body, string? token) => JsonNode.Parse(await RefusedAsync(number, action, body, token, HttpStatusCode.OK))!;

    async Task<string> RefusedAsync(string number, string action, string body, string? token, HttpStatusCode expected)
    {
        var response = await intake.PostAsync($"/v1/applications/{number}/{action}", body, token: token);
        var text = await response.TextAsync();
        Assert.True(expected == response.StatusCode, text);
        return System.Text.RegularExpressions.Regex.Unescape(text);
    }

    async Task<string> TextAsync(string path, string? token, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        var response = await intake.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return await response.TextAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
