using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Units;

public sealed class UnitsTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    const string Unit = """{"name":"Iğdır İl Sağlık Müdürlüğü","institution":"Sağlık Bakanlığı","kind":"directorate","liaisonOfficersRequired":2}""";

    [Fact]
    public async Task NewUnit_IsListedWithTheLiaisonOfficersItLacks()
    {
        var coordinator = await intake.AddStaffAsync("coordinator", "76");
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/v1/units/76-SAGLIK", Unit, coordinator));
        Assert.Equal("En az 2 irtibat görevlisi belirlenmeli (md. 5-m); şu anda 0.", (string)(await UnitAsync("76-SAGLIK", coordinator))["warnings"]![0]!);

        var account = await intake.StaffIdAsync(await intake.AddStaffAsync("liaison", "76", "76-SAGLIK"));
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/v1/units/76-SAGLIK/liaison-officers/1", $$"""{"duty":"Başvuruların izlenmesi","title":"Şube müdürü","staffId":"{{account}}"}""", coordinator));
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/v1/units/76-SAGLIK/liaison-officers/2", """{"duty":"Vekil","title":"Şef"}""", coordinator));
        var unit = await UnitAsync("76-SAGLIK", coordinator);
        Assert.Equal(["1 Şube müdürü", "2 Şef"], unit["liaisonOfficers"]!.AsArray().Select(l => $"{l!["no"]} {l["title"]}"));
        Assert.Empty(unit["warnings"]!.AsArray());

        Assert.Equal(HttpStatusCode.NoContent, await PutAsync("/v1/units/76-SAGLIK/liaison-officers/2", """{"duty":"Vekil","title":"Şef","from":"2024-01-01","until":"2024-02-01"}""", coordinator));
        Assert.Single((await UnitAsync("76-SAGLIK", coordinator))["liaisonOfficers"]!.AsArray());
    }

    [Fact]
    public async Task EachChange_IsLoggedWithWhatWasAndWhoDidIt()
    {
        var coordinator = await intake.AddStaffAsync("coordinator", "34");
        await PutAsync("/v1/units/34-SAG", Unit, coordinator);
        await PutAsync("/v1/units/34-SAG", Unit.Replace("Iğdır", "İstanbul", StringComparison.Ordinal), coordinator);
        await PutAsync("/v1/units/34-SAG", Unit.Replace("Iğdır", "İstanbul", StringComparison.Ordinal), coordinator); // changes nothing
        var log = (await intake.AskAsync(HttpMethod.Get, "/v1/settings-log", token: coordinator)).Json!.AsArray();
        Assert.Equal(["Büro koordinatörü units 34-SAG Iğdır İl Sağlık Müdürlüğü → İstanbul İl Sağlık Müdürlüğü", "Büro koordinatörü units 34-SAG  → Iğdır İl Sağlık Müdürlüğü"],
            log.Where(l => l!["by"] is not null).Select(l => $"{l!["by"]} {l["subject"]} {l["code"]} {l["before"]?["name"]} → {l["after"]!["name"]}"));
        Assert.DoesNotContain((await intake.AskAsync(HttpMethod.Get, "/v1/settings-log", token: await intake.AddStaffAsync("coordinator", "6"))).Json!.AsArray(), l => ((string)l!["code"]!).StartsWith("34", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.AskAsync(HttpMethod.Get, "/v1/settings-log", token: await intake.AddStaffAsync("desk", "34"))).Status);
    }

    [Fact]
    public async Task AnotherPlacesUnit_CannotBeTouched()
    {
        var (here, elsewhere, district) = (await intake.AddStaffAsync("coordinator", "35"), await intake.AddStaffAsync("coordinator", "16"), await intake.AddStaffAsync("coordinator", "35-1203"));
        await PutAsync("/v1/units/35-SAG", Unit, here);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PutAsync("/v1/units/35-SAG", Unit, elsewhere)); // the code is not of its place
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync("/v1/units/35-SAG/liaison-officers/1", """{"duty":"x","title":"y"}""", elsewhere));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PutAsync("/v1/units/35-SAG", Unit, district));
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync("/v1/units/35-SAG", Unit.Replace("\"kind\"", "\"districtCode\":1203,\"kind\"", StringComparison.Ordinal), district)); // the province's own
        Assert.Equal(HttpStatusCode.Forbidden, await PutAsync("/v1/units/35-SAG", Unit, await intake.AddStaffAsync("desk", "35")));
        Assert.Equal(HttpStatusCode.Unauthorized, await PutAsync("/v1/units/35-SAG", Unit, null));
        Assert.DoesNotContain((await intake.AskAsync(HttpMethod.Get, "/v1/units", token: elsewhere)).Json!.AsArray(), u => (string)u!["unitCode"]! == "35-SAG");
    }

    [Theory]
    [InlineData("76-sag", Unit, "code")]
    [InlineData("34-SAG", Unit, "code")]
    [InlineData("76-X", """{"institution":"Sağlık Bakanlığı","kind":"directorate"}""", "name")]
    [InlineData("76-X", """{"name":"x","institution":"y","kind":"dernek"}""", "kind")]
    [InlineData("76-X", """{"name":"x","institution":"y","kind":"other","openedOn":"2024-02-01","closedOn":"2024-01-01"}""", "closedOn")]
    [InlineData("76-X", """{"name":"x","institution":"y","kind":"other","liaisonOfficersRequired":-1}""", "liaisonOfficersRequired")]
    public async Task ImpossibleUnit_Gets422ThatNamesTheField(string code, string body, string field)
    {
        var (status, json) = await intake.AskAsync(HttpMethod.Put, $"/v1/units/{code}", body, await intake.AddStaffAsync("coordinator", "76"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (status, json!["errors"]!.AsObject().Single().Key));
    }

    [Fact]
    public async Task LiaisonAccountOfAnotherUnit_IsRefused()
    {
        var coordinator = await intake.AddStaffAsync("coordinator", "1");
        await PutAsync("/v1/units/1-SAG", Unit, coordinator);
        var desk = await intake.StaffIdAsync(await intake.AddStaffAsync("desk", "1"));
        var (status, json) = await intake.AskAsync(HttpMethod.Put, "/v1/units/1-SAG/liaison-officers/1", $$"""{"duty":"x","title":"y","staffId":"{{desk}}"}""", coordinator);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "staffId"), (status, json!["errors"]!.AsObject().Single().Key));
    }

    async Task<HttpStatusCode> PutAsync(string path, string body, string? token) => (await intake.AskAsync(HttpMethod.Put, path, body, token)).Status;

    async Task<JsonNode> UnitAsync(string code, string token) =>
        (await intake.AskAsync(HttpMethod.Get, "/v1/units", token: token)).Json!.AsArray().Single(u => (string)u!["unitCode"]! == code)!;
}
