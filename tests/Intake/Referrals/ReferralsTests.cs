using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Referrals;

/// <summary>Art. 10-f: whoever would rather go to the unit is shown the way, and counted without a name.</summary>
public sealed class ReferralsTests : IAsyncLifetime
{
    const string Health = """{"channel":"kiosk","typeCode":"SAG","location":{"provinceCode":76,"districtCode":1692}}""";

    RunningIntake _intake = null!;
    string _desk = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        await _intake.AddUnitAsync("76-SAG", 76);
        await _intake.AddUnitAsync("34-SAG", 34);
        _desk = await _intake.AddStaffAsync("desk", "76");
    }

    [Fact]
    public async Task PersonAtTheKiosk_IsToldTheUnitAndLeavesNoApplication()
    {
        var (status, receipt) = await AskAsync(Health);
        Assert.Equal((HttpStatusCode.Created, "76-SAG", "İl Sağlık Müdürlüğü", "Yetkili birim: İl Sağlık Müdürlüğü (Sağlık Bakanlığı)."), (status, (string)receipt!["unitCode"]!, (string)receipt["unit"]!, (string)receipt["sentence"]!));
        Assert.Equal("1 0 76 kiosk - SAG", await _intake.ScalarAsync<string>(
            "select concat_ws(' ', count(*) over (), (select count(*) from intake.applications), bureau_code, channel_code, coalesce(actor_role_code, '-'), type_code) from intake.referrals"));
    }

    [Fact]
    public async Task MatterOfNoKnownUnit_IsRecordedAndTheBureauSays()
    {
        var (status, receipt) = await AskAsync("""{"channel":"desk_oral","location":{"provinceCode":76}}""", _desk);
        Assert.Equal((HttpStatusCode.Created, null, "Hangi birimin yetkili olduğunu Açık Kapı bürosu söyler."), (status, receipt!["unitCode"], (string)receipt["sentence"]!));
        Assert.Equal("desk", await _intake.ScalarAsync<string>("select actor_role_code from intake.referrals"));
    }

    [Fact]
    public async Task SameKeyAgain_CountsOnceAndOtherContentIsRefused()
    {
        var key = Guid.NewGuid();
        var receipts = new List<string>();
        for (var i = 0; i < 2; i++) receipts.Add(await (await _intake.PostAsync("/v1/referrals", Health, key)).TextAsync());
        Assert.Equal(receipts[0], receipts[1]);
        var other = await _intake.PostAsync("/v1/referrals", Health.Replace("SAG", "YER", StringComparison.Ordinal), key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Contains("Idempotency-Key", await other.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await _intake.ScalarAsync<int>("select count(*)::int from intake.referrals"));
    }

    [Theory]
    [InlineData("""{"location":{"provinceCode":76}}""", "channel")]
    [InlineData("""{"channel":"web"}""", "location")]
    [InlineData("""{"channel":"web","location":{"provinceCode":82}}""", "location.provinceCode")]
    [InlineData("""{"channel":"web","typeCode":"YOK","location":{"provinceCode":76}}""", "typeCode")]
    [InlineData("""{"channel":"web","unitCode":"34-SAG","location":{"provinceCode":76}}""", "unitCode")]
    public async Task WrongField_IsNamedAndNothingIsWritten(string body, string field)
    {
        var (status, problem) = await AskAsync(body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal([field], problem!["errors"]!.AsObject().Select(e => e.Key));
        Assert.Equal(0, await _intake.ScalarAsync<int>("select count(*)::int from intake.referrals"));
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("desk", "76", HttpStatusCode.Created)]
    [InlineData("coordinator", "76", HttpStatusCode.Created)]
    [InlineData("desk", "76-1692", HttpStatusCode.Created)]
    [InlineData("desk", "76-1398", HttpStatusCode.Forbidden)]
    [InlineData("desk", "34", HttpStatusCode.Forbidden)]
    [InlineData("liaison", "76", HttpStatusCode.Forbidden)]
    [InlineData("field", "76", HttpStatusCode.Forbidden)]
    [InlineData("analyst", "76", HttpStatusCode.Forbidden)]
    [InlineData("executive", "76", HttpStatusCode.Forbidden)]
    [InlineData("ministry", null, HttpStatusCode.Forbidden)]
    public async Task DesksChannel_IsTheDesksOfThePlace(string? role, string? place, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync(Health.Replace("kiosk", "desk_oral", StringComparison.Ordinal), role is null ? null : await _intake.AddStaffAsync(role, place!))).Status);

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized, 0)]
    [InlineData("coordinator", "76", HttpStatusCode.OK, 2)]
    [InlineData("executive", "76-1692", HttpStatusCode.OK, 2)]
    [InlineData("executive", "76-1398", HttpStatusCode.OK, 0)]
    [InlineData("coordinator", "34", HttpStatusCode.OK, 1)]
    [InlineData("desk", "76", HttpStatusCode.Forbidden, 0)]
    [InlineData("ministry", null, HttpStatusCode.Forbidden, 0)]
    public async Task Counts_AreOfTheOwnPlaceForWhoeverAnswersForItsBureau(string? role, string? place, HttpStatusCode status, int referrals)
    {
        foreach (var body in new[] { Health, Health, """{"channel":"web","typeCode":"SAG","location":{"provinceCode":34,"districtCode":1421}}""" }) Assert.Equal(HttpStatusCode.Created, (await AskAsync(body)).Status);
        var (answered, counts) = await _intake.AskAsync(HttpMethod.Get, "/v1/referrals?from=2020-01-01&to=2099-12-31", token: role is null ? null : await _intake.AddStaffAsync(role, place!));
        Assert.Equal(status, answered);
        if (status != HttpStatusCode.OK) return;
        Assert.Equal(referrals, counts!.AsArray().Sum(c => (int)c!["referrals"]!));
        Assert.All(counts.AsArray(), c => Assert.Equal(place!.Split('-')[0] + "-SAG", (string)c!["unitCode"]!));
    }

    public ValueTask DisposeAsync() => _intake.DisposeAsync();

    Task<(HttpStatusCode Status, JsonNode? Json)> AskAsync(string body, string? token = null) => _intake.AskAsync(HttpMethod.Post, "/v1/referrals", body, token);
}
