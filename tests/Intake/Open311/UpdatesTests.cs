using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

/// <summary>Steps of requests, and what a program adds to them.</summary>
public sealed class UpdatesTests : FiledRequests
{
    [Fact]
    public async Task Updates_ToldInFullToTheKeyAndByDayToOthers()
    {
        await Intake.AddUnitAsync("76-SAG", 76);
        var ids = await FileAsync(20);
        await AnswerAsync(ids[0], "resolved", sealAndLift: true);

        var own = (await Intake.GetJsonAsync($"{Updates}&api_key={Key}")).AsArray().Where(u => (string)u!["service_request_id"]! == ids[0]).ToList();
        Assert.Equal(["open", "in_progress", "fixed"], own.Select(u => (string)u!["status"]!));
        Assert.Equal([$"{ids[0]}.1", $"{ids[0]}.2", $"{ids[0]}.3"], own.Select(u => (string)u!["update_id"]!)); // no gap where it was sealed meanwhile
        Assert.Equal("Cevaplandı: İl Sağlık Müdürlüğü. Yardım yatırıldı.", (string)own[2]!["description"]!);

        var others = (await Intake.GetJsonAsync(Updates)).AsArray();
        Assert.Equal(22, others.Count);
        Assert.Equal(["closed", "open"], others.Select(u => (string)u!["status"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(others, u => Assert.Null(u!["description"]));
        Assert.All(others, u => Assert.EndsWith("T00:00:00+03:00", (string)u!["updated_datetime"]!, StringComparison.Ordinal));
        var xml = await Intake.GetXmlAsync(Updates.Replace(".json", ".xml", StringComparison.Ordinal));
        Assert.Equal(("service_requests_updates", 22), (xml.Name.LocalName, xml.Elements("request_update").Count()));

        await FileAsync(0);
        await Intake.ExecuteAsync("delete from intake.applications where application_id = (select max(application_id) from intake.applications)");
        Assert.Empty((await Intake.GetJsonAsync(Updates)).AsArray()); // nineteen are left
    }

    [Fact]
    public async Task CommentOfTheKey_ReachesTheBureauOnceAndReopens()
    {
        await Intake.AddUnitAsync("76-SAG", 76);
        var id = (await FileAsync(1))[0];
        Dictionary<string, string> comment = new(StringComparer.Ordinal) { ["service_request_id"] = id, ["update_id"] = "17", ["description"] = "Hâlâ yatmadı.", ["status"] = "OPEN" };
        for (var i = 0; i < 2; i++)
        {
            using var response = await Intake.FileAsync(new(comment, StringComparer.Ordinal), Key, path: "servicerequestupdates");
            Assert.Equal("17", (string)JsonNode.Parse(await response.TextAsync())![0]!["update_id"]!);
        }
        await AnswerAsync(id, "resolved");
        comment["update_id"] = "18";
        (await Intake.FileAsync(new(comment, StringComparer.Ordinal), Key, path: "servicerequestupdates")).Dispose();
        Assert.Equal("reopened", await Intake.ScalarAsync<string>("select status from intake.applications"));

        var (_, opened) = await Intake.AskAsync(HttpMethod.Post, $"/v1/applications/{await NumberAsync(id)}/openings", """{"reason":"İnceleme"}""", await Intake.AddStaffAsync("desk", "76"));
        Assert.Equal(["Hâlâ yatmadı.", "Hâlâ yatmadı."], opened!["filed"]!["additions"]!.AsArray().Select(a => (string)a!));

        comment["description"] = "";
        await GeoReport.RefusedAsync(await Intake.FileAsync(new(comment, StringComparer.Ordinal), Key, path: "servicerequestupdates"), HttpStatusCode.BadRequest);
        comment["description"] = "Başkasının.";
        await GeoReport.RefusedAsync(await Intake.FileAsync(comment, await Intake.AddKeyAsync(), path: "servicerequestupdates"), HttpStatusCode.NotFound);
    }

    /// <summary>Nothing is answered with 200 that was not written.</summary>
    [Fact]
    public async Task CommentBeyondTheLimitOrUnderAUsedId_IsRefusedWithASentence()
    {
        var id = (await FileAsync(1))[0];
        Task<HttpResponseMessage> CommentAsync(string update, string text) => Intake.FileAsync(
            new(StringComparer.Ordinal) { ["service_request_id"] = id, ["update_id"] = update, ["description"] = text }, Key, path: "servicerequestupdates");
        for (var i = 1; i <= 200; i++)
            using (var taken = await CommentAsync($"u{i}", "Hâlâ yatmadı.")) Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Contains("en çok 200", await GeoReport.RefusedAsync(await CommentAsync("u201", "Son söz."), HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await CommentAsync("u7", "Hâlâ yatmadı.")).StatusCode); // the same again
        Assert.Contains("update_id", await GeoReport.RefusedAsync(await CommentAsync("u7", "Başka söz."), HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Equal(200, await Intake.ScalarAsync<int>("select count(*)::int from intake.open311_comments"));
    }

    /// <summary>A month whose last step lies before the period is not even counted.</summary>
    [Fact]
    public async Task Updates_LookAtMonthsThatHaveStepsInThePeriod()
    {
        await Intake.AddUnitAsync("76-SAG", 76);
        var old = (await FileAsync(1, at: "2026-01-10T09:00:00Z"))[0];
        await FileAsync(1, at: "2026-02-10T09:00:00Z");
        await AnswerAsync(old, "resolved"); // on 12 March
        var own = (await Intake.GetJsonAsync($"servicerequestupdates.json?jurisdiction_id=igdir.gov.tr&start_date=2026-03-01T00:00:00Z&api_key={Key}")).AsArray();
        Assert.Equal([$"{old}.2", $"{old}.3"], own.Select(u => (string)u!["update_id"]!));
        Assert.Equal(["2026-01-01"], await Intake.ListAsync<string>("select distinct month::text from intake.open311_requests where last_step_at >= '2026-03-01'"));
    }

    [Fact]
    public async Task UpdatesWithoutKey_AreRefusedToWriters() =>
        await GeoReport.RefusedAsync(await Intake.FileAsync(new(StringComparer.Ordinal) { ["service_request_id"] = "76-0000000000000", ["description"] = "x" }, null, path: "servicerequestupdates"), HttpStatusCode.Forbidden);
}
