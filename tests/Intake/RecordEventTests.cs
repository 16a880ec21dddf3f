using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class RecordEventTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _desk = "", _number = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync(demo: true);
        await _intake.AddUnitAsync("76-SAG", 76);
        await _intake.AddUnitAsync("34-SAG", 34);
        _desk = await _intake.AddStaffAsync("desk", "76");
        _number = await _intake.AcceptedAsync(Bodies.Valid(), simulatedAt: "2024-05-02T06:00:00Z");
    }

    [Fact]
    public async Task WholeLife_LeavesItsStagesAndClocks()
    {
        var routed = await StepAsync("""{"event":"routed","unitCode":"76-SAG"}""", "2024-05-03T06:00:00Z");
        Assert.Equal("2024-05-14", (string)routed["unitDueDate"]!);
        await StepAsync("""{"event":"answered","outcome":"not_resolved","managerInformed":true,"answer":"Lamba değiştirildi."}""", "2024-05-06T06:00:00Z");
        await StepAsync("""{"event":"closed"}""", "2024-05-07T06:00:00Z");
        await CitizenAsync("satisfaction", """{"score":2}""", HttpStatusCode.OK);
        await CitizenAsync("satisfaction", """{"score":5}""", HttpStatusCode.Conflict);
        var reopened = await CitizenAsync("reopen", """{"reason":"Sorun sürüyor"}""", HttpStatusCode.OK);
        Assert.Equal("reopened", (string)reopened["status"]!);

        var progress = JsonNode.Parse(await _intake.Http.GetStringAsync($"/v1/applications/{_number}", TestContext.Current.CancellationToken))!;
        Assert.Equal(["received", "routed", "answered", "closed", "rated", "reopened"], progress["stages"]!.AsArray().Select(s => (string)s!["event"]!));
        Assert.Equal("İl Sağlık Müdürlüğü", (string)progress["stages"]![1]!["unit"]!);
        Assert.Equal((string)reopened["dueDate"]!, (string)progress["dueDate"]!);
    }

    [Fact]
    public async Task ImpossibleStep_Gets409ThatSaysWhatIsPossible()
    {
        var response = await _intake.PostAsync(Path("events"), """{"event":"closed"}""", token: _desk);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Birime yönlendirildi", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"event":"rerouted"}""", "unitCode")]
    [InlineData("""{"event":"routed","unitCode":"34-SAG"}""", "unitCode")]
    [InlineData("""{"event":"received"}""", "event")]
    [InlineData("""{"event":"rejected"}""", "reasonCode")]
    [InlineData("""{"event":"rejected","reasonCode":"bored"}""", "reasonCode")]
    [InlineData("""{"event":"answered","outcome":"resolved"}""", "managerInformed")]
    [InlineData("""{"event":"answered","outcome":"resolved","managerInformed":false}""", "managerInformed")]
    [InlineData("""{"event":"referred"}""", "provinceCode")]
    [InlineData("""{"event":"referred","provinceCode":76}""", "provinceCode")]
    [InlineData("""{"event":"referred","provinceCode":34,"districtCode":1692}""", "districtCode")]
    [InlineData("""{"event":"marked_special","importance":4}""", "importance")]
    [InlineData("""{"event":"reopened"}""", "reason")]
    [InlineData("""{"event":"answered"}""", "outcome")]
    public async Task IncompleteStep_Gets422ThatNamesTheField(string body, string field)
    {
        var response = await _intake.PostAsync(Path("events"), body, token: _desk);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains($"\"{field}\"", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignPlace_IsAnsweredLikeAMissingNumber()
    {
        var foreign = await _intake.AddStaffAsync("desk", "34");
        var other = await _intake.PostAsync(Path("events"), """{"event":"closed"}""", token: foreign);
        var missing = await _intake.PostAsync("/v1/applications/761234567890123456/events", """{"event":"closed"}""", token: _desk);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other.StatusCode, missing.StatusCode));
        Assert.Equal(await missing.TextAsync(), await other.TextAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await _intake.PostAsync(Path("events"), """{"event":"closed"}""")).StatusCode);
    }

    [Fact]
    public async Task LiaisonOfAnotherUnit_SeesNothingAndOwnUnitAnswers()
    {
        await _intake.AddUnitAsync("76-MEB", 76);
        var (own, other) = (await _intake.AddStaffAsync("liaison", "76", "76-SAG"), await _intake.AddStaffAsync("liaison", "76", "76-MEB"));
        await StepAsync("""{"event":"routed","unitCode":"76-SAG"}""", "2024-05-03T06:00:00Z");

        const string Answer = """{"event":"answered","outcome":"resolved","managerInformed":true}""";
        Assert.Equal(HttpStatusCode.NotFound, (await _intake.PostAsync(Path("events"), Answer, token: other)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _intake.PostAsync(Path("events"), """{"event":"rejected","reasonCode":"false_information"}""", token: own)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _intake.PostAsync(Path("events"), Answer, token: own)).StatusCode);
    }

    [Fact]
    public async Task SealedApplication_IsTheExecutivesAlone()
    {
        _number = await _intake.AcceptedAsync(Bodies.With("confidential", "true"));
        const string Route = """{"event":"routed","unitCode":"76-SAG"}""";
        Assert.Equal(HttpStatusCode.NotFound, (await _intake.PostAsync(Path("events"), Route, token: _desk)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _intake.PostAsync(Path("events"), Route, token: await _intake.AddStaffAsync("executive", "76"))).StatusCode);
    }

    [Fact]
    public async Task TwoOfficersAtOnce_OneStepOneRefusal()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _intake.PostAsync(Path("events"), """{"event":"routed","unitCode":"76-SAG"}""", token: _desk)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    string Path(string action) => $"/v1/applications/{_number}/{action}";

    async Task<JsonNode> StepAsync(string body, string at) => await ReadAsync(await _intake.PostAsync(Path("events"), body, token: _desk, simulatedAt: at), HttpStatusCode.OK);

    async Task<JsonNode> CitizenAsync(string action, string body, HttpStatusCode expected) =>
        await ReadAsync(await _intake.PostAsync(Path(action), body, simulatedAt: "2024-05-08T06:00:00Z"), expected);

    static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.TextAsync();
        Assert.True(expected == response.StatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
