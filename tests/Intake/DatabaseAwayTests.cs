using System.Net;
using System.Text;
using AcikKapi.Intake;
using AcikKapi.Intake.Http;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class DatabaseAwayTests
{
    const string Nowhere = "Host=127.0.0.1;Port=1;Username=acikkapi_app;Password=secret;Database=nowhere";

    [Fact]
    public async Task ServingWithoutDatabase_Gets503WithRetryAfterAndStaysAlive()
    {
        await using var database = await PostgresServer.CreateDatabaseAsync(); // for the keys
        await using var server = IntakeServer.Build(new IntakeSettings(Nowhere, database.Keys, 0, 0, false, []));
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        using var content = new StringContent(Bodies.Valid().ToJsonString(), Encoding.UTF8, "application/json");
        content.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz", TestContext.Current.CancellationToken)).StatusCode);
        foreach (var response in new[]
        {
            await http.GetAsync("/readyz", TestContext.Current.CancellationToken),
            await http.GetAsync("/v1/applications/761234567890123456", TestContext.Current.CancellationToken),
            await http.PostAsync("/v1/applications", content, TestContext.Current.CancellationToken),
        })
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.DoesNotContain("Exception", await response.TextAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>A client of GeoReport reads no problem+json, whatever happens.</summary>
    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task Open311WithoutDatabase_FailsInTheFormatAsked(string format)
    {
        await using var database = await PostgresServer.CreateDatabaseAsync(); // for the keys
        await using var server = IntakeServer.Build(new IntakeSettings(Nowhere, database.Keys, 0, 0, false, []));
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        using var response = await http.GetAsync($"/open311/v2/requests.{format}?jurisdiction_id=igdir.gov.tr", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, format == "xml" ? "text/xml" : "application/json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("503", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseBackAgain_IsServedAgain()
    {
        await using var intake = await RunningIntake.WithAsync();
        await intake.AcceptedAsync(Bodies.Valid());
        await intake.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'acikkapi_app'");

        var first = await intake.SubmitAsync(Bodies.Valid());
        Assert.True(first.StatusCode is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, first.StatusCode.ToString());
        await intake.AcceptedAsync(Bodies.Valid());
    }

    [Fact]
    public async Task MigrateWithoutDatabase_IsOneSentenceAndExit1()
    {
        var result = await Programs.TryRunAsync("AcikKapi.Intake", ["migrate"], new()
        {
            ["ConnectionStrings__Intake"] = Nowhere,
            ["ACIKKAPI_KEYS"] = PostgresServer.Keys,
        });
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Errors.Trim().Split('\n'));
        Assert.DoesNotContain("secret", result.Errors, StringComparison.Ordinal);
    }
}
