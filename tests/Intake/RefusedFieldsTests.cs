using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class RefusedFieldsTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    public static TheoryData<string, string?> Wrong => new()
    {
        { "kind", null }, { "kind", "\"praise\"" }, { "kind", "7" },
        { "channel", null }, { "channel", "\"fax\"" }, { "channel", "\"WEB\"" },
        { "typeCode", "\"no-such-type\"" }, { "typeCode", "12" },
        { "subject", null }, { "subject", "\"  \"" }, { "subject", "\"iki\\nsatır\"" }, { "subject", "\"a\\u0000b\"" }, { "subject", Long(201) },
        { "text", null }, { "text", "\"\"" }, { "text", "{}" }, { "text", "\"a\\u0000b\"" }, { "text", Long(10_001) },
        { "location", null }, { "location", "[]" },
        { "location.provinceCode", null }, { "location.provinceCode", "0" }, { "location.provinceCode", "82" }, { "location.provinceCode", "\"76\"" }, { "location.provinceCode", "1e400" },
        { "location.districtCode", "1421" }, { "location.districtCode", "99999" }, { "location.districtCode", "16.5" },
        { "location.neighbourhood", Long(101) },
        { "applicant", null }, { "applicant", "\"Ali\"" },
        { "applicant.nationalId", null }, { "applicant.nationalId", "\"12345678901\"" }, { "applicant.nationalId", "\"00000000146\"" }, { "applicant.nationalId", "\"1000000014\"" }, { "applicant.nationalId", "10000000146" },
        { "applicant.firstName", null }, { "applicant.firstName", "\"<b>Ali</b>\"" }, { "applicant.lastName", "\"R2D2\"" }, { "applicant.lastName", "\"\"" },
        { "applicant.phone", null }, { "applicant.phone", "\"05551112233\"" }, { "applicant.phone", "\"+902121112233\"" }, { "applicant.phone", "\"+9055511122334\"" },
        { "applicant.birthYear", "1800" }, { "applicant.birthYear", "2999" }, { "applicant.birthYear", "\"1980\"" },
        { "applicant.gender", "\"x\"" }, { "applicant.education", "\"phd\"" }, { "applicant.employment", "\"rich\"" },
        { "applicant.circumstances", "[\"tired\"]" }, { "applicant.circumstances", "\"veteran\"" }, { "applicant.circumstances", "[1]" },
        { "hideIdentity", "1" }, { "confidential", "\"yes\"" }, { "stateOfEmergency", "[]" }, { "notify", "\"true\"" },
        { "bureauCode", "\"34\"" }, { "bureauCode", "5" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task WrongField_Gets422ThatNamesIt(string path, string? json)
    {
        var response = await intake.SubmitAsync(Bodies.With(path, json));
        var problem = JsonNode.Parse(await response.TextAsync())!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal([path], problem["errors"]!.AsObject().Select(e => e.Key));
        Assert.NotEmpty((string)problem["errors"]![path]![0]!);
    }

    [Fact]
    public async Task LoneSurrogate_IsAnErrorOfItsField()
    {
        var response = await intake.PostAsync("/v1/applications", Bodies.With("text", "\"@@\"").ToJsonString().Replace("@@", "\\ud800", StringComparison.Ordinal), Guid.NewGuid());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("\"text\"", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyWrongFields_AreAllNamedAtOnce()
    {
        var body = Bodies.With("applicant.phone", "\"1\"");
        body["subject"] = "";
        body["location"]!["districtCode"] = 1421;
        var errors = JsonNode.Parse(await (await intake.SubmitAsync(body)).TextAsync())!["errors"]!.AsObject();
        Assert.Equal(["applicant.phone", "location.districtCode", "subject"], errors.Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MissingKey_IsAFieldError()
    {
        var response = await intake.PostAsync("/v1/applications", Bodies.Valid().ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Idempotency-Key", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedSubmission_IsCountedWithoutARow()
    {
        await using var own = await RunningIntake.WithAsync();
        for (var i = 0; i < 3; i++) await own.SubmitAsync(Bodies.With("applicant.phone", "\"0555\""));

        Assert.Equal("76 web applicant.phone malformed 3", await own.ScalarAsync<string>("select concat_ws(' ', province_code, channel_code, field, reason_code, refused) from intake.refusals"));
        Assert.Equal(0, await own.ScalarAsync<int>("select (select count(*) from intake.applications) + (select count(*) from intake.idempotency_keys)"));
    }

    [Fact]
    public async Task SimulatedAtOutsideADemo_IsRefused()
    {
        var response = await intake.SubmitAsync(Bodies.Valid(), simulatedAt: "2024-05-02T09:00:00Z");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Simulated-At", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SimulatedAtInADemo_IsTheInstantAndTheOrigin()
    {
        await using var demo = await RunningIntake.WithAsync(demo: true);
        var number = await demo.AcceptedAsync(Bodies.Valid(), simulatedAt: "2024-05-02T09:00:00Z");
        Assert.Equal("simulated 2024-05-02 09:00 2024-05-13", await demo.ScalarAsync<string>(
            "select origin || to_char(received_at at time zone 'UTC', ' YYYY-MM-DD HH24:MI ') || due_on from intake.applications where tracking_number = @number", new { number }));
    }

    static string Long(int length) => $"\"{new string('a', length)}\"";
}
