using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Faults;

/// <summary>P22: more than it can do; P23: the database away. Slower or "come back later", never wrong.</summary>
[Collection(FaultCollection.Name)]
public sealed class OverloadAndOutageTests
{
    static readonly TimeSpan Duration = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("ACIKKAPI_FAULT_MINUTES") ?? "10", CultureInfo.InvariantCulture));

    [Fact]
    public async Task FarMoreClientsThanServed_GetAnAnswerInTimeOr503()
    {
        Suites.SkipUnlessFaults();
        await using var home = await FaultHome.StartAsync();
        const int Clients = 1000; // four times what may wait: each sends its next as soon as it is answered
        var (times, acks, refused, wrong) = (new ConcurrentBag<double>(), new ConcurrentBag<string>(), 0, new ConcurrentBag<string>());
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = home.Intake, Timeout = TimeSpan.FromSeconds(60) };
        var body = Bodies.Valid().ToJsonString();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (clock.Elapsed < Duration)
            {
                var sent = Stopwatch.GetTimestamp();
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "v1/applications") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                    using var response = await http.SendAsync(request);
                    if (response.StatusCode == HttpStatusCode.Created)
                    {
                        times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                        acks.Add(response.Headers.Location!.ToString().Split('/')[^1]);
                    }
                    else if (response.StatusCode == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null)
                    {
                        Interlocked.Increment(ref refused);
                        await Task.Delay(250); // less than it was asked to wait
                    }
                    else wrong.Add(response.StatusCode.ToString());
                }
                catch (Exception error) when (error is HttpRequestException or OperationCanceledException) { wrong.Add(error.GetType().Name); }
            }
        }));
        var kept = (await home.ListAsync<string>("select tracking_number from intake.applications")).ToHashSet(StringComparer.Ordinal);
        var lost = acks.Count(number => !kept.Contains(number));
        var p95 = times.Order().ElementAt((int)(times.Count * 0.95));
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P22 {Clients} clients, {Duration.TotalMinutes:0.#} min: acks {acks.Count}, p95 {p95:0} ms, lost {lost}, 503 with Retry-After {refused}, anything else {wrong.Count}"));
        Assert.Equal((0, 0), (lost, wrong.Count));
        Assert.True(refused > 0, "It was never overloaded.");
        Assert.True(p95 < 1000, $"p95 {p95}");
    }

    [Fact]
    public async Task DatabaseAway_Is503InTurkishAndBackByItself()
    {
        Suites.SkipUnlessFaults();
        await using var home = await FaultHome.StartAsync();
        var citizens = new StubbornCitizens(home, clients: 4);
        await citizens.UntilAsync(200);
        home.CrashPostgres();
        using var http = new HttpClient { BaseAddress = home.Intake };
        using (var away = await PostAsync(http))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.NotNull(away.Headers.RetryAfter);
            Assert.Contains("Kay\\u0131t", (await away.Content.ReadAsStringAsync()).Replace("ı", "\\u0131", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        await home.StartPostgresAsync();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await PostAsync(http);
            if (answer.StatusCode == HttpStatusCode.Created) break;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "Not back 30 s after the database.");
            await Task.Delay(50);
        }
        var (lost, _) = await citizens.CompareAsync();
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P23 database killed: 503 with Retry-After meanwhile, back {clock.Elapsed.TotalSeconds:0.0} s after it, acks {citizens.Acks.Count}, lost {lost}"));
        Assert.Equal(0, lost);
    }

    [Fact]
    public async Task DiskFull_Is503AndBackWithinThirtySecondsOfRoom()
    {
        Suites.SkipUnlessFaults();
        await using var disk = await SmallDisk.MountAsync();
        await using var home = await FaultHome.StartAsync(disk.Folder);
        var citizens = new StubbornCitizens(home, clients: 4);
        await citizens.UntilAsync(200);
        disk.Fill();
        var stubborn = citizens.UntilAsync(citizens.Acks.Count + 20_000); // more than the pages already there hold
        using var http = new HttpClient { BaseAddress = home.Intake };
        await UntilAsync(http, HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(2));
        using (var full = await PostAsync(http))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
            Assert.NotNull(full.Headers.RetryAfter);
        }
        var beforeRoom = citizens.Acks.Count;
        disk.Free();
        var clock = Stopwatch.StartNew();
        if (!home.IsPostgresRunning) await home.StartPostgresAsync(); // as systemd would
        await UntilAsync(http, HttpStatusCode.Created, TimeSpan.FromSeconds(30));
        var back = clock.Elapsed;
        await stubborn;
        var ((lost, doubled), halves) = (await citizens.CompareAsync(), await home.HalvesAsync());
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P23 disk full: acks before {beforeRoom}, 503 with Retry-After meanwhile, back {back.TotalSeconds:0.0} s after room was made, acks {citizens.Acks.Count}, lost {lost}, doubled {doubled}, {halves}"));
        Assert.Equal((0, 0, FaultHome.NoHalves), (lost, doubled, halves));
    }

    /// <summary>Until it answers so; meanwhile nothing but 201 and 503.</summary>
    static async Task UntilAsync(HttpClient http, HttpStatusCode wanted, TimeSpan patience)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            using var answer = await PostAsync(http);
            if (answer.StatusCode == wanted) return;
            Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, answer.StatusCode.ToString());
            Assert.True(clock.Elapsed < patience, $"No {wanted} within {patience.TotalSeconds:0} s.");
        }
    }

    static async Task<HttpResponseMessage> PostAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/applications") { Content = new StringContent(Bodies.Valid().ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await http.SendAsync(request);
    }
}
