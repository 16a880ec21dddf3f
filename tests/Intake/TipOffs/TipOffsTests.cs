using System.Net;
using System.Text.Json.Nodes;
using AcikKapi.Intake;
using AcikKapi.Tests.Support;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

/// <summary>P14: whoever sends a tip-off is not to be found, and can still be answered.</summary>
public sealed class TipOffsTests : IAsyncLifetime
{
    const string Canary = "Kanaryaoğlu", CanaryPhone = "+905559876543", CanaryWords = "depodaki kaçak mazot", CanaryPlace = "Kanaryatepe";

    RunningIntake _intake = null!;
    string _desk = "", _governor = "";

    public async ValueTask InitializeAsync()
    {
        _intake = await RunningIntake.WithAsync();
        (_desk, _governor) = (await _intake.AddStaffAsync("desk", "76"), await _intake.AddStaffAsync("executive", "76"));
    }

    [Fact]
    public async Task DumpOfTheDatabase_HoldsNothingOfTheSender()
    {
        for (var i = 0; i < 20; i++) await _intake.AcceptedAsync(Named(notify: i % 2 == 0));
        Assert.DoesNotContain(await DumpAsync(), line => Canaries().Any(c => line.Contains(c, StringComparison.OrdinalIgnoreCase)));

        var complaint = Named(notify: true);
        complaint["kind"] = "complaint";
        await _intake.AcceptedAsync(complaint); // the control: what is no tip-off is found
        var dump = string.Join('\n', await DumpAsync());
        Assert.All(Canaries(), c => Assert.Contains(c, dump, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task RowsOfATipOff_HaveNoClockTimeNoPersonAndNoAddress()
    {
        await _intake.AcceptedAsync(Named(notify: true));
        var times = await _intake.ScalarAsync<string>("""
            select string_agg(distinct (t at time zone 'Europe/Istanbul')::time::text, ',') from (
              select received_at from intake.applications
              union all select at from intake.application_events
              union all select created_at from intake.messages
              union all select created_at from intake.idempotency_keys) x (t)
            """);
        Assert.Equal("00:00:00", times);
        Assert.Equal(0, await _intake.ScalarAsync<int>("select num_nonnulls(person_pseudonym, gender_code, age_band_code, education_code, employment_code, neighbourhood, subject, body, scrubbed_text) from intake.applications"));
        Assert.Equal(0, await _intake.ScalarAsync<int>("select count(*)::int from intake.applicants"));
        Assert.Equal(0, await _intake.ScalarAsync<int>("select count(*)::int from information_schema.columns where table_schema = 'intake' and (column_name ~ 'agent|address|(^|_)ip(_|$)' or data_type in ('inet', 'cidr', 'macaddr'))"));
    }

    [Fact]
    public async Task SenderAndBureau_WriteToEachOtherBehindTheReceipt()
    {
        var number = await _intake.AcceptedAsync(Bodies.TipOff());
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Mazot perşembe günü gelecek.", null));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Hangi depo?", _desk));
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(number, "Istasyonun arkasındaki.", null));

        var (_, box) = await _intake.AskAsync(HttpMethod.Get, $"/v1/tip-offs/{number}/messages");
        Assert.Equal(["1 sender Mazot perşembe günü gelecek.", "2 bureau Hangi depo?", "3 sender Istasyonun arkasındaki."], box!.AsArray().Select(m => $"{m!["no"]} {m["from"]} {m["text"]}"));
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Get, $"/v1/tip-offs/{number}/messages", token: _desk)).Status);
        Assert.DoesNotContain(await DumpAsync(), line => line.Contains("Mazot", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task BoxOfNoTipOff_IsAnsweredLikeAnUnknownNumber()
    {
        var complaint = await _intake.AcceptedAsync(Bodies.Valid());
        var answers = new List<string>();
        foreach (var number in new[] { complaint, "761111111111111111", "99", "x" })
        {
            var (status, json) = await _intake.AskAsync(HttpMethod.Get, $"/v1/tip-offs/{number}/messages");
            answers.Add($"{status} {json?["title"]} {json?["detail"]}");
            Assert.Equal(HttpStatusCode.NotFound, await WriteAsync(number, "Deneme", null));
        }
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        var tipOff = await _intake.AcceptedAsync(Bodies.TipOff());
        Assert.Equal(HttpStatusCode.NotFound, await WriteAsync(tipOff, "Deneme", await _intake.AddStaffAsync("desk", "34")));
    }

    [Fact]
    public async Task Opening_ShowsTheWordsAndIsLoggedWithItsReason()
    {
        var number = await _intake.AcceptedAsync(Named(notify: false));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OpenAsync(number, "{}", _desk)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAsync(number, Why, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(number, Why, await _intake.AddStaffAsync("desk", "34"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await OpenAsync(number, Why, await _intake.AddStaffAsync("field", "76"))).Status);

        var (status, opened) = await OpenAsync(number, Why, _desk);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((Canary, CanaryPlace), ((string)opened!["applicant"]!["lastName"]!, (string)opened["neighbourhood"]!));
        Assert.Contains(CanaryWords, (string)opened["text"]!, StringComparison.Ordinal);
        Assert.Equal("desk İhbarı yönlendireceğim", await _intake.ScalarAsync<string>("select string_agg(actor_role_code || ' ' || reason, ',') from intake.access_log"));
    }

    [Fact]
    public async Task LiaisonOfficer_ReadsATipOffWithoutItsSender()
    {
        await _intake.AddUnitAsync("76-SAG", 76);
        var (number, hidden) = (await _intake.AcceptedAsync(Named(notify: false)), Bodies.Valid());
        hidden["hideIdentity"] = true;
        var complaint = await _intake.AcceptedAsync(hidden);
        var (liaison, stranger) = (await _intake.AddStaffAsync("liaison", "76", "76-SAG"), await _intake.AddStaffAsync("liaison", "76"));
        foreach (var n in new[] { number, complaint })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(n, Why, liaison)).Status); // not there yet
            await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{n}/events", """{"event":"routed","unitCode":"76-SAG"}""", _desk);
            var (status, opened) = await OpenAsync(n, Why, liaison);
            Assert.Equal((HttpStatusCode.OK, null), (status, opened!["applicant"]));
            Assert.NotNull(opened["text"]);
            Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(n, Why, stranger)).Status);
        }
    }

    [Fact]
    public async Task SealedTipOff_IsTheExecutivesAlone()
    {
        var body = Named(notify: false);
        body["confidential"] = true;
        var number = await _intake.AcceptedAsync(body);
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(number, Why, _desk)).Status);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(number, Why, _governor)).Status);
    }

    [Fact]
    public async Task TipOffNobodyTookUp_IsForgottenAfterNinetyDays()
    {
        var (old, taken, young) = (await _intake.AcceptedAsync(Named(notify: true)), await _intake.AcceptedAsync(Named(notify: true)), await _intake.AcceptedAsync(Named(notify: true)));
        await WriteAsync(old, "Kimse yok mu?", null);
        await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{taken}/events", """{"event":"with_executive"}""", _desk);
        await _intake.ExecuteAsync("update intake.applications set received_at = received_at - case when tracking_number = @young then interval '89 days' else interval '91 days' end", new { young });
        await using (await RunningIntake.WithAsync(database: _intake.Database)) // looks when it starts
        {
            var limit = DateTime.UtcNow.AddSeconds(60);
            while (await _intake.ScalarAsync<int>("select count(*)::int from intake.applications where sealed_words is null") == 0 && DateTime.UtcNow < limit) await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(old, await _intake.ScalarAsync<string>("select string_agg(tracking_number, ',') from intake.applications where sealed_words is null and sealed_phone is null"));
        Assert.Equal(0, await _intake.ScalarAsync<int>("select count(*)::int from intake.tip_off_messages"));
        Assert.True((bool)(await OpenAsync(old, Why, _desk)).Json!["forgotten"]!);
        Assert.Equal(HttpStatusCode.OK, (await _intake.AskAsync(HttpMethod.Get, $"/v1/applications/{old}")).Status); // that there was one stays
    }

    [Fact]
    public async Task TipOffHandedOver_OpensInTheOtherProvinceOnly()
    {
        var number = await _intake.AcceptedAsync(Named(notify: false));
        var (_, receipt) = await _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/events", """{"event":"referred","provinceCode":34}""", _desk);
        var there = (string)receipt!["handedOverTo"]!;
        var (status, opened) = await OpenAsync(there, Why, await _intake.AddStaffAsync("desk", "34"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(CanaryWords, (string)opened!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SenderWhoAskedForSms_GetsItWithoutAWordOfTheMatter()
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var relaying = await RunningIntake.WithAsync(sms: SmsSettings.Off with { Url = gateway.Address, RetryAfter = TimeSpan.FromMilliseconds(200), Tries = 1000 }, database: _intake.Database);
        var number = await relaying.AcceptedAsync(Named(notify: true));
        var limit = DateTime.UtcNow.AddSeconds(90);
        while (gateway.Messages.Count == 0 && DateTime.UtcNow < limit) await Task.Delay(100, TestContext.Current.CancellationToken);
        var message = Assert.Single(gateway.Messages);
        Assert.Equal(CanaryPhone, message.Phone);
        Assert.Contains(number, message.Text, StringComparison.Ordinal);
    }

    const string Why = """{"reason":"İhbarı yönlendireceğim"}""";

    static JsonObject Named(bool notify)
    {
        var body = Bodies.Valid();
        body["kind"] = "tip_off";
        body["text"] = $"Mahallede {CanaryWords} satılıyor.";
        body["location"]!["neighbourhood"] = CanaryPlace;
        body["applicant"]!["lastName"] = Canary;
        body["applicant"]!["phone"] = CanaryPhone;
        body["notify"] = notify;
        return body;
    }

    static string[] Canaries() => [Canary, CanaryPhone[3..], CanaryWords, CanaryPlace, Bodies.NationalId];

    Task<(HttpStatusCode Status, JsonNode? Json)> OpenAsync(string number, string body, string? token) => _intake.AskAsync(HttpMethod.Post, $"/v1/applications/{number}/openings", body, token);

    async Task<HttpStatusCode> WriteAsync(string number, string text, string? token) =>
        (await _intake.AskAsync(HttpMethod.Post, $"/v1/tip-offs/{number}/messages", new JsonObject { ["text"] = text }.ToJsonString(), token)).Status;

    /// <summary>What a thief of a backup has: every row of every table as text.</summary>
    async Task<IReadOnlyList<string>> DumpAsync()
    {
        var owner = new NpgsqlConnectionStringBuilder(_intake.Database.Owner);
        var (exitCode, output) = await AcikKapi.Cli.Servers.Shell.RunAsync("pg_dump",
            ["-h", owner.Host!, "-p", $"{owner.Port}", "-U", owner.Username!, "--schema=intake", "--data-only", owner.Database!],
            new Dictionary<string, string> { ["PGPASSWORD"] = owner.Password ?? "" }, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        return output.Split('\n');
    }

    public async ValueTask DisposeAsync() => await _intake.DisposeAsync();
}
