using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>What every web service owes: limits, health, metrics, a description of itself.</summary>
public sealed class ServerTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    /// <summary>P11: fifty times over, each try with another made-up X-Forwarded-For.</summary>
    [Fact]
    public async Task FiftyTimesOver_NoMoreThanTheLimitPass()
    {
        await using var limited = await RunningIntake.WithAsync(rateLimit: 10);
        Assert.InRange(await PassedAsync(limited, 500), 10, 11);
    }

    /// <summary>The control: where every proxy is believed, whoever makes up addresses passes.</summary>
    [Fact]
    public async Task EveryProxyBelieved_MadeUpAddressesPass()
    {
        await using var gullible = await RunningIntake.WithAsync(rateLimit: 10, proxies: ["127.0.0.1"]);
        Assert.True(await PassedAsync(gullible, 100) > 11);
    }

    static async Task<int> PassedAsync(RunningIntake intake, int tries)
    {
        var body = Bodies.Valid().ToJsonString();
        var passed = 0;
        for (var i = 0; i < tries; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/applications") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Headers.Add("X-Forwarded-For", $"203.0.{i / 250}.{i % 250 + 1}");
            var response = await intake.Http.SendAsync(request, TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.Created) passed++;
        }
        return passed;
    }

    [Fact]
    public async Task OverTheRateLimit_Gets429WithRetryAfter()
    {
        await using var limited = await RunningIntake.WithAsync(rateLimit: 5);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
        {
            limited.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            limited.Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}"); // nobody vouches for it: no new allowance
            answers.Add(await limited.SubmitAsync(Bodies.Valid()));
        }
        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToList();

        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(15, refused.Count);
        Assert.All(refused, r => Assert.InRange(r.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        Assert.Equal("application/problem+json", refused[0].Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task BehindAKnownProxy_EachClientHasItsOwnAllowance()
    {
        await using var limited = await RunningIntake.WithAsync(rateLimit: 1, proxies: ["127.0.0.1"]);
        for (var i = 0; i < 3; i++)
        {
            limited.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
            limited.Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            Assert.Equal(HttpStatusCode.Created, (await limited.SubmitAsync(Bodies.Valid())).StatusCode);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BodyOverOneMegabyte_Gets413(bool lengthIsTold)
    {
        using var content = new StringContent(new string(' ', 1_100_000), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/applications") { Content = content };
        request.Headers.TransferEncodingChunked = !lengthIsTold;
        var response = await intake.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("1 MB", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAddressMethodOrType_IsAProblemInTurkish()
    {
        using var form = new StringContent("kind=complaint", Encoding.UTF8, "application/x-www-form-urlencoded");
        await AssertProblemAsync(HttpStatusCode.NotFound, await intake.Http.GetAsync("/nothing", TestContext.Current.CancellationToken));
        await AssertProblemAsync(HttpStatusCode.MethodNotAllowed, await intake.Http.DeleteAsync("/v1/applications", TestContext.Current.CancellationToken));
        await AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, await intake.Http.PostAsync("/v1/applications", form, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OpenApi_DescribesEveryAddress()
    {
        var document = JsonNode.Parse(await intake.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
        string[] expected =
            ["/v1/applications", "/v1/applications/{trackingNumber}", "/v1/applications/{trackingNumber}/deadline", "/v1/applications/{trackingNumber}/events",
             "/v1/applications/{trackingNumber}/satisfaction", "/v1/applications/{trackingNumber}/reopen"];
        Assert.All(expected, path => Assert.NotNull(document["paths"]![path]));
        Assert.Contains("Idempotency-Key", document["paths"]!["/v1/applications"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("nationalId", document["components"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_CountAcceptedAndRefused()
    {
        await intake.AcceptedAsync(Bodies.Valid());
        await intake.SubmitAsync(Bodies.With("kind", null));
        var metrics = await intake.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        foreach (var expected in new[] { "acikkapi_applications_total{", "result=\"accepted\"", "result=\"refused\"", "http_server_request_duration", "dotnet_", "db_client_" })
            Assert.Contains(expected, metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(Bodies.NationalId, metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_AnswersOk()
    {
        Assert.Equal(HttpStatusCode.OK, (await intake.Http.GetAsync("/healthz", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await intake.Http.GetAsync("/readyz", TestContext.Current.CancellationToken)).StatusCode);
    }

    static async Task AssertProblemAsync(HttpStatusCode expected, HttpResponseMessage response)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty((string)JsonNode.Parse(await response.TextAsync())!["detail"]!);
    }
}
