using System.Net;
using System.Text.Json.Nodes;
using AcikKapi.Intake;
using AcikKapi.Intake.Postgres;
using AcikKapi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AcikKapi.Tests.Intake.Notifications;

/// <summary>From the outbox to the SMSC and back, on a real Kannel; only what Kannel never says is said by a stand-in.</summary>
public sealed class RelayMessagesTests
{
    [Fact]
    public async Task SubmittedApplication_ReachesThePhoneInTurkishAndIsReportedDelivered()
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var intake = await RunningIntake.WithAsync(sms: To(gateway.Address));
        var number = await intake.AcceptedAsync(Bodies.Valid());

        await UntilAsync(intake, "delivered", 1);
        var (from, phone, text) = Assert.Single(gateway.Messages);
        Assert.Equal(("ACIKKAPI", "+905551112233"), (from, phone));
        Assert.StartsWith($"Başvurunuz alındı. Takip no: {number}. Son cevap günü: ", text, StringComparison.Ordinal);
    }

    /// <summary>P12, the SMS part. What the fake SMSC got it writes down for us: the scan must find it there, and nowhere else.</summary>
    [Fact]
    public async Task DeliveredMessage_LeavesNeitherNumberNorTextInLogsAndSpool()
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var intake = await RunningIntake.WithAsync(sms: To(gateway.Address));
        await gateway.KillAsync("smsc"); // so that it is spooled first
        var number = await intake.AcceptedAsync(Bodies.Valid());
        await UntilAsync(intake, "sending", 1);
        Assert.Contains(gateway.FilesWith("5551112233"), file => file.StartsWith("sms/spool", StringComparison.Ordinal));
        await gateway.StartAsync();
        await UntilAsync(intake, "delivered", 1);

        // The report comes back a moment before the gateway takes its spooled file away.
        var limit = DateTime.UtcNow.AddSeconds(30);
        while (gateway.FilesWith("5551112233").Any(file => file.StartsWith("sms/spool", StringComparison.Ordinal)) && DateTime.UtcNow < limit) await Task.Delay(100);

        Assert.Equal(["received.log"], gateway.FilesWith("5551112233"));
        Assert.DoesNotContain(gateway.FilesWith(number), file => file != "received.log");
    }

    [Theory]
    [InlineData("smsbox")]
    [InlineData("bearerbox")]
    [InlineData("smsc")]
    public async Task KilledPartOfTheGateway_LosesNoMessage(string program)
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var intake = await RunningIntake.WithAsync(sms: To(gateway.Address));
        await gateway.KillAsync(program);
        var numbers = new List<string>();
        for (var i = 0; i < 15; i++) numbers.Add(await intake.AcceptedAsync(Bodies.Valid()));
        await gateway.StartAsync();

        await UntilAsync(intake, "delivered", 15);
        Assert.All(numbers, number => Assert.Contains(gateway.Messages, m => m.Text.Contains(number, StringComparison.Ordinal)));
    }

    /// <summary>smsbox gives up ten seconds after bearerbox is gone, and the fake SMSC at once: then all parts are started anew.</summary>
    [Fact]
    public async Task WholeGatewayKilled_IsFoundAgainAtTheSameAddress()
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var intake = await RunningIntake.WithAsync(sms: To(gateway.Address));
        foreach (var program in new[] { "smsc", "smsbox", "bearerbox" }) await gateway.KillAsync(program);
        await intake.AcceptedAsync(Bodies.Valid());
        await gateway.StartAsync();
        await UntilAsync(intake, "delivered", 1);
    }

    [Fact]
    public async Task TwoServersRelaying_SendEachMessageOnce()
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var one = await RunningIntake.WithAsync(sms: To(gateway.Address));
        await using var other = await RunningIntake.WithAsync(sms: To(gateway.Address), database: one.Database);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => one.AcceptedAsync(Bodies.Valid())));

        await UntilAsync(one, "delivered", 60);
        Assert.Equal(60, gateway.Messages.Count);
        Assert.Equal(60, gateway.Messages.Select(m => m.Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task RefusedForGood_IsOnTheStuckListUntilItIsTriedAgain()
    {
        var status = HttpStatusCode.BadRequest;
        await using var smsbox = await StandInAsync(() => status);
        await using var intake = await RunningIntake.WithAsync(sms: To(new Uri(smsbox.Urls.Single())));
        var coordinator = await intake.AddStaffAsync("coordinator", "76");
        var number = await intake.AcceptedAsync(Bodies.Valid());
        await UntilAsync(intake, "technical_failure", 1);

        var stuck = Assert.Single((await GetAsync(intake, "/v1/messages/stuck", coordinator)).AsArray())!;
        Assert.Equal((number, "received", "http-400"), ((string)stuck["trackingNumber"]!, (string)stuck["template"]!, (string)stuck["lastWord"]!));
        Assert.DoesNotContain("555", stuck.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await GetAsync(intake, "/v1/messages/stuck", await intake.AddStaffAsync("coordinator", "34"))).AsArray());

        var retry = $"/v1/messages/{stuck["messageId"]}/retry";
        Assert.Equal(HttpStatusCode.NotFound, (await intake.PostAsync(retry, "", token: await intake.AddStaffAsync("coordinator", "34"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.PostAsync(retry, "", token: await intake.AddStaffAsync("desk", "76"))).StatusCode);
        status = HttpStatusCode.Accepted;
        Assert.Equal(HttpStatusCode.NoContent, (await intake.PostAsync(retry, "", token: coordinator)).StatusCode);
        await UntilAsync(intake, "sending", 1);
    }

    [Fact]
    public async Task UnavailableGateway_IsTriedAsOftenAsAllowed()
    {
        var tries = 0;
        await using var smsbox = await StandInAsync(() => { Interlocked.Increment(ref tries); return HttpStatusCode.ServiceUnavailable; });
        await using var intake = await RunningIntake.WithAsync(sms: To(new Uri(smsbox.Urls.Single())) with { Tries = 3 });
        await intake.AcceptedAsync(Bodies.Valid());
        await UntilAsync(intake, "technical_failure", 1);
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task ForgedOrRepeatedReport_ChangesNothing()
    {
        await using var intake = await RunningIntake.WithAsync();
        await intake.AcceptedAsync(Bodies.Valid());
        await intake.ExecuteAsync("update intake.messages set state = 'sending'");
        var id = await intake.ScalarAsync<long>("select message_id from intake.messages");
        foreach (var forged in new[] { $"?province=76&message={id}&signature=00&status=1", $"?province=76&message={id}&status=1", "?status=x", "" })
            await intake.Http.GetAsync($"/internal/sms/reports{forged}", TestContext.Current.CancellationToken);
        Assert.Equal("sending", await intake.ScalarAsync<string>("select state from intake.messages"));
    }

    [Fact]
    public async Task NeverReported_IsGivenUpAfterThreeDays()
    {
        await using var intake = await RunningIntake.WithAsync();
        await intake.AcceptedAsync(Bodies.Valid());
        await intake.ExecuteAsync("update intake.messages set state = 'sent', state_at = now() - interval '71 hours'");
        await intake.ExecuteAsync(Sql.Read("Notifications/SweepMessages.sql"));
        Assert.Equal("sent", await intake.ScalarAsync<string>("select state from intake.messages"));
        await intake.ExecuteAsync("update intake.messages set state_at = now() - interval '73 hours'");
        await intake.ExecuteAsync(Sql.Read("Notifications/SweepMessages.sql"));
        Assert.Equal("technical_failure no_report", await intake.ScalarAsync<string>("select state || ' ' || gateway_status from intake.messages"));
    }

    [Fact]
    public async Task Templates_ShowTextSegmentsAndPrice()
    {
        await using var intake = await RunningIntake.WithAsync(sms: SmsSettings.Off with { Price = 0.25m });
        var previews = (await GetAsync(intake, "/v1/messages/templates", await intake.AddStaffAsync("coordinator", "76"))).AsArray();
        var received = previews.Single(p => (string)p!["template"]! == "received")!;
        Assert.Equal(("ucs2", 2, 0.5m), ((string)received["asSent"]!["encoding"]!, (int)received["asSent"]!["segments"]!, (decimal)received["cost"]!));
        Assert.Equal(1, (int)received["withTurkishShift"]!["segments"]!);
    }

    // Tried again at once; how long one waits in real life is a setting.
    static SmsSettings To(Uri gateway) => SmsSettings.Off with { Url = gateway, RetryAfter = TimeSpan.FromMilliseconds(200), Tries = 1000 };

    static async Task<WebApplication> StandInAsync(Func<HttpStatusCode> status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var smsbox = builder.Build();
        smsbox.MapPost("/", () => Results.StatusCode((int)status()));
        await smsbox.StartAsync();
        return smsbox;
    }

    static async Task UntilAsync(RunningIntake intake, string state, int count)
    {
        var limit = DateTime.UtcNow.AddSeconds(90);
        while (await intake.ScalarAsync<int>("select count(*)::int from intake.messages where state = @state", new { state }) < count)
        {
            if (DateTime.UtcNow > limit) Assert.Fail($"Not {count} {state}: {await intake.ScalarAsync<string>("select string_agg(state || ' ' || coalesce(gateway_status, ''), ', ') from intake.messages")}");
            await Task.Delay(100);
        }
    }

    static async Task<JsonNode> GetAsync(RunningIntake intake, string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", token);
        return JsonNode.Parse(await (await intake.Http.SendAsync(request)).TextAsync())!;
    }
}
