using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Routing;

/// <summary>Rules, declarations and dry runs over HTTP, and the step that follows them.</summary>
public sealed class RoutingTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _governor = "", _coordinator = "", _desk = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync(demo: true);
        await _intake.AddUnitAsync("76-SAG", 76);
        await _intake.ExecuteAsync("insert into intake.units (unit_code, name, institution, unit_kind_code, province_code, district_code) values ('76-1692-BEL', 'Tuzluca Belediyesi', 'Tuzluca Belediyesi', 'municipality', 76, 1692), ('76-OHAL', 'OHAL Bürosu', 'Iğdır Valiliği', 'ohal_bureau', 76, null)");
        (_governor, _coordinator, _desk) = (await _intake.AddStaffAsync("executive", "76"), await _intake.AddStaffAsync("coordinator", "76"), await _intake.AddStaffAsync("desk", "76"));
    }

    [Fact]
    public async Task RoutedWithoutUnit_FollowsTheRulesAndKeepsWhichOne()
    {
        var number = await SubmitAsync(b => b["typeCode"] = "SAG");
        var (status, explained) = await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{number}/routing", token: _desk);
        Assert.Equal((HttpStatusCode.OK, "unit", "76-SAG", "TR-SAG"), (status, (string)explained!["target"]!, (string)explained["unitCode"]!, (string)explained["ruleCode"]!));
        Assert.Equal("Koşulları tutan ilk kural. Yetkili birim: İl Sağlık Müdürlüğü.", (string)explained["considered"]!.AsArray()[^1]!["why"]!);

        var receipt = await StepAsync(number, """{"event":"routed"}""", _desk, HttpStatusCode.OK);
        Assert.Equal("76-SAG", (string)receipt["unitCode"]!);
        Assert.Equal("TR-SAG", await _intake.ScalarAsync<string>("select rule_code from intake.application_events where event_code = 'routed'"));
    }

    [Fact]
    public async Task ApplicationWithoutType_IsForThePersonAtTheDesk()
    {
        var number = await SubmitAsync();
        var refused = await StepAsync(number, """{"event":"routed"}""", _desk, HttpStatusCode.Conflict);
        Assert.Contains("Birimi banko belirler", (string)refused["detail"]!, StringComparison.Ordinal);
        await StepAsync(number, """{"event":"routed","unitCode":"76-SAG"}""", _desk, HttpStatusCode.OK);
    }

    [Fact]
    public async Task ConfidentialApplication_IsRoutedByTheExecutiveOnlyWhoThenFollowsTheRules()
    {
        var number = await SubmitAsync(b => { b["typeCode"] = "SAG"; b["confidential"] = true; });
        Assert.Equal(HttpStatusCode.NotFound, (await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{number}/routing", token: _desk)).Status);
        await StepAsync(number, """{"event":"with_executive"}""", _desk, HttpStatusCode.OK);
        var receipt = await StepAsync(number, """{"event":"routed"}""", _governor, HttpStatusCode.OK);
        Assert.Equal("76-SAG", (string)receipt["unitCode"]!);
    }

    [Fact]
    public async Task ProvincesOwnRule_ComesFirstUntilItEnds()
    {
        var (created, rule) = await _intake.AskAsync(HttpMethod.Post, "/v1/routing/rules",
            """{"typeCode":"SAG","districtCode":1692,"kind":"complaint","target":"unit","unitKind":"municipality","note":"Tuzluca'da sağlık şikâyetleri önce belediyeye"}""", _coordinator);
        Assert.Equal(HttpStatusCode.Created, created);
        var explained = await DryRunAsync("""{"kind":"complaint","typeCode":"SAG","districtCode":1692}""");
        Assert.Equal(("76-1692-BEL", (string)rule!["ruleCode"]!), ((string)explained["unitCode"]!, (string)explained["ruleCode"]!));
        Assert.Equal("76-SAG", (string)(await DryRunAsync("""{"kind":"request","typeCode":"SAG","districtCode":1692}"""))["unitCode"]!);
        Assert.Equal("76-SAG", (string)(await DryRunAsync("""{"kind":"complaint","typeCode":"SAG","districtCode":1398}"""))["unitCode"]!);

        var rules = (await _intake.AskAsync(HttpMethod.Get, "/v1/routing/rules", token: _desk)).Json!.AsArray();
        Assert.Equal(["TR-GIZLI", "TR-OZELLIKLI", "TR-OHAL", "TR-OHAL-BANKO", (string)rule["ruleCode"]!], rules.Take(5).Select(r => (string)r!["ruleCode"]!));

        Assert.Equal(HttpStatusCode.NotFound, (await _intake.AskAsync(HttpMethod.Post, $"/v1/routing/rules/{rule["ruleCode"]}/end", "{}", await _intake.AddStaffAsync("coordinator", "34"))).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _intake.AskAsync(HttpMethod.Post, $"/v1/routing/rules/{rule["ruleCode"]}/end", "{}", _coordinator)).Status);
        Assert.Equal("76-SAG", (string)(await DryRunAsync("""{"kind":"complaint","typeCode":"SAG","districtCode":1692}"""))["unitCode"]!);
    }

    [Fact]
    public async Task OhalApplication_GoesToItsBureauInTheDeclaredPeriodOnly()
    {
        const string Marked = """{"kind":"request","typeCode":"SAG","stateOfEmergency":true,"day":"2024-05-02"}""";
        Assert.Equal(("desk", "TR-OHAL-BANKO"), Answer(await DryRunAsync(Marked)));
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Put, "/v1/routing/emergencies/76/2024-05-01", """{"note":"Deprem"}""", _coordinator)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Put, "/v1/routing/emergencies/34/2024-05-01", """{"note":"Deprem"}""", _governor)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Put, "/v1/routing/emergencies/76/2024-05-01", """{"note":"Deprem"}""", _governor)).Status);
        Assert.Equal(("unit", "TR-OHAL"), Answer(await DryRunAsync(Marked)));
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Put, "/v1/routing/emergencies/76/2024-05-01", """{"until":"2024-05-01","note":"Deprem"}""", _governor)).Status);
        Assert.Equal(("desk", "TR-OHAL-BANKO"), Answer(await DryRunAsync(Marked)));
        Assert.Equal(("unit", "TR-OHAL"), Answer(await DryRunAsync(Marked.Replace("05-02", "05-01", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Ministry_DeclaresForAnyProvince()
    {
        var ministry = AcikKapi.Intake.Staff.StaffToken.Create();
        await _intake.ExecuteAsync("insert into intake.staff (role_code, token_hash, pseudonym) values ('ministry', @hash, @hash)", new { hash = AcikKapi.Intake.Staff.StaffToken.Hash(ministry) });
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Put, "/v1/routing/emergencies/76/2024-05-01", """{"note":"Deprem"}""", ministry)).Status);
        Assert.Equal("Deprem", (string)(await _intake.AskAsync(HttpMethod.Get, "/v1/routing/emergencies", token: _desk)).Json!.AsArray().Single()!["note"]!);
        Assert.Equal("ministry", await _intake.ScalarAsync<string>("select actor_role_code from intake.settings_log where subject = 'ohal_declarations'"));
    }

    [Fact]
    public async Task ClosedUnit_GetsNothingMore()
    {
        await _intake.AskAsync(HttpMethod.Put, "/v1/units/76-SAG", """{"name":"İl Sağlık Müdürlüğü","institution":"Sağlık Bakanlığı","kind":"directorate","openedOn":"2018-01-01","closedOn":"2024-05-01"}""", _coordinator);
        Assert.Equal("desk", (string)(await DryRunAsync("""{"kind":"request","typeCode":"SAG"}"""))["target"]!);
        var number = await SubmitAsync();
        await StepAsync(number, """{"event":"routed","unitCode":"76-SAG"}""", _desk, HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("""{"target":"unit","note":"x"}""", "unitCode")]
    [InlineData("""{"target":"unit","unitCode":"34-SAG","note":"x"}""", "unitCode")]
    [InlineData("""{"target":"unit","unitCode":"76-SAG","unitName":"Sağlık","note":"x"}""", "target")]
    [InlineData("""{"target":"desk","unitKind":"municipality","note":"x"}""", "target")]
    [InlineData("""{"target":"desk","order":5,"note":"x"}""", "order")]
    [InlineData("""{"target":"desk","districtCode":1421,"note":"x"}""", "districtCode")]
    [InlineData("""{"target":"desk","emergency":"belki","note":"x"}""", "emergency")]
    [InlineData("""{"target":"desk"}""", "note")]
    public async Task ImpossibleRule_Gets422ThatNamesTheField(string body, string field)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/routing/rules", body, _coordinator);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (status, json!["errors"]!.AsObject().Single().Key));
    }

    [Fact]
    public async Task DeskAndStrangers_ChangeNoRule()
    {
        const string Rule = """{"target":"desk","note":"x"}""";
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.AskAsync(HttpMethod.Post, "/v1/routing/rules", Rule, _desk)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _intake.AskAsync(HttpMethod.Post, "/v1/routing/rules", Rule)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _intake.AskAsync(HttpMethod.Post, "/v1/routing/rules", Rule, await _intake.AddStaffAsync("coordinator", "76-1692"))).Status); // not for the whole province
        Assert.Equal(0, await _intake.ScalarAsync<int>("select count(*)::int from intake.routing_rules"));
    }

    static (string, string) Answer(JsonNode explained) => ((string)explained["target"]!, (string)explained["ruleCode"]!);

    async Task<JsonNode> DryRunAsync(string body)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/routing/dry-run", body, _desk);
        Assert.True(status == HttpStatusCode.OK, json?.ToJsonString());
        return json!;
    }

    Task<string> SubmitAsync(Action<JsonObject>? change = null)
    {
        var body = Bodies.Valid();
        change?.Invoke(body);
        return _intake.AcceptedAsync(body);
    }

    async Task<JsonNode> StepAsync(string number, string body, string token, HttpStatusCode expected)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", body, token);
        Assert.True(status == expected, json?.ToJsonString());
        return json!;
    }

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
