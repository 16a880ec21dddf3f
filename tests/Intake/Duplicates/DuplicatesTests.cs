using System.Net;
using System.Text.Json.Nodes;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake.Duplicates;

public sealed class DuplicatesTests : IAsyncLifetime
{
    RunningIntake _intake = null!;
    string _desk = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        await _intake.AddUnitAsync("76-SAG", 76);
        _desk = await _intake.AddStaffAsync("desk", "76");
    }

    [Fact]
    public async Task LikeText_IsShownToTheDeskWithWhy()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        var found = Assert.Single((await AskAsync(Question(), _desk))["applications"]!.AsArray())!;
        Assert.Equal(number, (string)found["trackingNumber"]!);
        Assert.Equal(["Metinler yaklaşık %100 benziyor.", "Aynı mahalle."], found["why"]!.AsArray().Select(w => (string)w!));
        Assert.Equal(["Metinler yaklaşık %100 benziyor.", "Aynı kişi yazmış.", "Aynı mahalle."],
            (await AskAsync(Question(Bodies.NationalId), _desk))["applications"]![0]!["why"]!.AsArray().Select(w => (string)w!));
    }

    [Fact]
    public async Task Citizen_LearnsThatThereAreSomeButNotWhich()
    {
        var number = await _intake.AcceptedAsync(Bodies.Valid());
        Assert.False((bool)(await AskAsync(Question(Bodies.NationalId), null))["ownSimilar"]!); // a national id alone tells nothing of its owner
        Assert.False((bool)(await AskAsync(Question(Bodies.NationalId, "+905550000000"), null))["ownSimilar"]!);
        var answer = await AskAsync(Question(Bodies.NationalId, "+905551112233"), null);
        Assert.Equal((1, true), ((int)answer["similar"]!, (bool)answer["ownSimilar"]!));
        Assert.Null(answer["applications"]);
        Assert.DoesNotContain(number, answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Null((await AskAsync(Question(), await _intake.AddStaffAsync("desk", "34")))["applications"]); // nor does another place's desk
    }

    [Fact]
    public async Task OtherTextsSealedOnesTipOffsAndOldOnes_AreNotFound()
    {
        var (other, secret, tipOff) = (Bodies.Valid(), Bodies.Valid(), Bodies.TipOff());
        (other["subject"], other["text"], secret["confidential"]) = ("Maaş", "Emekli maaşımın eksik yatırılması hakkında bilgi almak istiyorum, dilekçem cevapsız kaldı.", true);
        foreach (var body in new[] { other, secret, tipOff }) await _intake.AcceptedAsync(body);
        var later = await _intake.AcceptedAsync(Bodies.Valid());
        Assert.Equal(1, (int)(await AskAsync(Question(), _desk))["similar"]!);
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{later}/events", """{"event":"confidential_set"}""", _desk); // sealed after its print was made
        Assert.Equal(0, (int)(await AskAsync(Question(), _desk))["similar"]!);
        Assert.Equal(0, await _intake.ScalarAsync<int>("select count(*)::int from intake.text_prints join intake.applications using (province_code, application_id) where sealed")); // nor is a print left
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{later}/events", """{"event":"confidential_lifted"}""", await _intake.AddStaffAsync("executive", "76"));
        Assert.Equal(1, (int)(await AskAsync(Question(), _desk))["similar"]!); // and one is made again
        await _intake.AcceptedAsync(Bodies.Valid());
        await _intake.ExecuteAsync("update intake.applications set received_at = now() - interval '91 days'");
        Assert.Equal(0, (int)(await AskAsync(Question(), _desk))["similar"]!);
    }

    /// <summary>What the same person wrote is shown whatever the words, be they as few as two.</summary>
    [Theory]
    [InlineData("Emekli maaşımın eksik yatırılması hakkında bilgi almak istiyorum, dilekçem cevapsız kaldı.")]
    [InlineData("Yol bozuk")]
    public async Task SamePersonsOtherWords_AreShownWithWhy(string text)
    {
        var (number, stranger) = (await _intake.AcceptedAsync(Bodies.Valid()), Bodies.Valid());
        stranger["applicant"]!["nationalId"] = NationalIds.Invented(7);
        await _intake.AcceptedAsync(stranger);
        var question = Question(Bodies.NationalId, "+905551112233");
        (question["subject"], question["text"]) = (null, text);
        var found = Assert.Single((await AskAsync(question, _desk))["applications"]!.AsArray())!;
        Assert.Equal((number, "Aynı kişi yazmış."), ((string)found["trackingNumber"]!, (string)found["why"]![0]!));
        var told = await AskAsync(question, null);
        Assert.Equal((1, true), ((int)told["similar"]!, (bool)told["ownSimilar"]!));
        Assert.Contains("başka bir başvurunuz", (string)told["sentence"]!, StringComparison.Ordinal);

        question["phone"] = null; // a national id alone still tells nothing
        Assert.Equal(0, (int)(await AskAsync(question, null))["similar"]!);
        Assert.Equal(0, (int)(await AskAsync(new JsonObject { ["text"] = "Yol bozuk", ["location"] = Question()["location"]!.DeepClone() }, _desk))["similar"]!);
    }

    /// <summary>Whoever writes often does not push out what is like.</summary>
    [Fact]
    public async Task LikeTexts_StandBeforeOtherWordsOfTheSamePerson()
    {
        var other = Bodies.Valid();
        other["applicant"]!["nationalId"] = NationalIds.Invented(7);
        var like = await _intake.AcceptedAsync(other);
        var often = Bodies.Valid();
        (often["subject"], often["text"]) = ("Maaş", "Emekli maaşımın eksik yatırılması hakkında bilgi almak istiyorum, dilekçem cevapsız kaldı.");
        for (var i = 0; i < 21; i++) await _intake.AcceptedAsync(often);
        var shown = (await AskAsync(Question(Bodies.NationalId), _desk))["applications"]!.AsArray();
        Assert.Equal((20, like), (shown.Count, (string)shown[0]!["trackingNumber"]!));
    }

    /// <summary>While some were not looked at, nobody is told that there is none; a minute's housekeeping makes up for it.</summary>
    [Fact]
    public async Task ManyUnprinted_AreSaidToBeMissingUntilTheyArePrinted()
    {
        var first = await _intake.AcceptedAsync(Bodies.Valid());
        await _intake.ExecuteAsync("""
            insert into intake.applications (province_code, tracking_number, origin, kind_code, channel_code, district_code, bureau_code, hide_identity, confidential,
              state_of_emergency, sealed, notify, scrubbed_text, received_at, due_on, status)
            select 76, '76' || lpad(g::text, 16, '0'), 'posted', 'complaint', 'web', 1692, '76', false, false, false, false, false,
              md5(g::text) || ' ' || md5((g * 7)::text) || ' sokak ' || g || ' numara', now(), current_date, 'received'
            from generate_series(1, 1500) g
            """);
        var answer = await AskAsync(Question(), _desk);
        Assert.Equal((0, false), ((int)answer["similar"]!, (bool)answer["complete"]!)); // the newest thousand were printed, and it is older
        Assert.DoesNotContain("bulunmadı. Yine", (string)answer["sentence"]!, StringComparison.Ordinal);
        Assert.Contains("Tarama sürüyor", (string)answer["sentence"]!, StringComparison.Ordinal);

        await using (await RunningIntake.WithAsync(database: _intake.Database)) // prints when it starts
        {
            var limit = DateTime.UtcNow.AddSeconds(60);
            while (await _intake.ScalarAsync<int>("select count(*)::int from intake.text_prints") < 1501 && DateTime.UtcNow < limit) await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        answer = await AskAsync(Question(), _desk);
        Assert.Equal((first, true), ((string)Assert.Single(answer["applications"]!.AsArray())!["trackingNumber"]!, (bool)answer["complete"]!));
        Assert.Equal(1, await _intake.ScalarAsync<int>("select count(*)::int from intake.print_progress")); // of the provinces that were asked only
        var next = await _intake.AcceptedAsync(Bodies.Valid());
        Assert.Equal([first, next], (await AskAsync(Question(), _desk))["applications"]!.AsArray().Select(a => (string)a!["trackingNumber"]!).OrderBy(n => n == next));
    }

    /// <summary>A database restored elsewhere counts its transactions anew: nothing is taken for printed that is not.</summary>
    [Fact]
    public async Task CounterThatWentBack_MakesItLookAtAllAgain()
    {
        await AskAsync(Question(), _desk);
        await _intake.ExecuteAsync("update intake.print_progress set printed_below = '9000000000'");
        await _intake.AcceptedAsync(Bodies.Valid());
        Assert.Equal(1, (int)(await AskAsync(Question(), _desk))["similar"]!);
    }

    [Fact]
    public async Task OneAnswer_AnswersAllThatAreLinked()
    {
        var (leader, follower, routed, alone) = (await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()));
        await StepAsync(leader, """{"event":"routed","unitCode":"76-SAG"}""");
        await StepAsync(routed, """{"event":"routed","unitCode":"76-SAG"}""");
        foreach (var number in new[] { follower, routed }) Assert.Equal(HttpStatusCode.NoContent, await LinkAsync(number, leader));
        await StepAsync(leader, """{"event":"answered","outcome":"resolved","managerInformed":true,"answer":"Lambalar değişti."}""");

        Assert.Equal("answered answered answered received", string.Join(' ', await StatusAsync(leader), await StatusAsync(follower), await StatusAsync(routed), await StatusAsync(alone)));
        Assert.Equal(3, await _intake.ScalarAsync<int>("select count(*)::int from intake.application_events where answer = 'Lambalar değişti.' and manager_informed"));
        Assert.Equal(3, await _intake.ScalarAsync<int>("select count(*)::int from intake.messages where template_code = 'answered'")); // everybody is told
        Assert.Equal("received,routed,answered", await _intake.ScalarAsync<string>("select string_agg(event_code, ',' order by event_no) from intake.application_events join intake.applications using (province_code, application_id) where tracking_number = @follower", new { follower }));
    }

    [Fact]
    public async Task UnlinkedOrSettled_GoesItsOwnWay()
    {
        var (leader, freed, settled) = (await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()));
        await StepAsync(leader, """{"event":"routed","unitCode":"76-SAG"}""");
        await LinkAsync(freed, leader);
        await LinkAsync(settled, leader);
        Assert.Equal(HttpStatusCode.NoContent, await LinkAsync(freed, null));
        await StepAsync(settled, """{"event":"rejected","reasonCode":"repeated"}""");
        await StepAsync(leader, """{"event":"answered","outcome":"resolved","managerInformed":true}""");
        Assert.Equal("received rejected", $"{await StatusAsync(freed)} {await StatusAsync(settled)}");
    }

    [Fact]
    public async Task ImpossibleLinks_AreRefusedWithASentence()
    {
        var (one, two, three) = (await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()), await _intake.AcceptedAsync(Bodies.Valid()));
        var elsewhere = await _intake.AcceptedAsync(Bodies.Valid(34, 1421));
        var tipOff = await _intake.AcceptedAsync(Bodies.TipOff());
        Assert.Equal(HttpStatusCode.Conflict, await LinkAsync(one, one));
        Assert.Equal(HttpStatusCode.Conflict, await LinkAsync(one, tipOff));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await LinkAsync(one, elsewhere));
        Assert.Equal(HttpStatusCode.NotFound, await LinkAsync(elsewhere, one));
        await LinkAsync(one, two);
        Assert.Equal(HttpStatusCode.Conflict, await LinkAsync(three, one)); // no chains
        Assert.Equal(HttpStatusCode.Conflict, await LinkAsync(two, three));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _intake.AskAsync(HttpMethod.Put, $"/v1/applications/{one}/link", "{}")).Status);
    }

    static JsonObject Question(string? nationalId = null, string? phone = null)
    {
        var body = Bodies.Valid();
        return new JsonObject { ["subject"] = body["subject"]!.DeepClone(), ["text"] = body["text"]!.DeepClone(), ["location"] = body["location"]!.DeepClone(), ["nationalId"] = nationalId, ["phone"] = phone };
    }

    async Task<JsonNode> AskAsync(JsonObject question, string? token)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, "/v1/duplicates", question.ToJsonString(), token);
        Assert.True(status == HttpStatusCode.OK, json?.ToJsonString());
        return json!;
    }

    async Task<HttpStatusCode> LinkAsync(string number, string? to) =>
        (await _intake.AskAsync(HttpMethod.Put, $"/v1/applications/{number}/link", new JsonObject { ["to"] = to }.ToJsonString(), _desk)).Status;

    async Task StepAsync(string number, string body)
    {
        var (status, json) = await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", body, _desk);
        Assert.True(status == HttpStatusCode.OK, json?.ToJsonString());
    }

    async Task<string> StatusAsync(string number) => (string)(await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{number}")).Json!["status"]!;

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
