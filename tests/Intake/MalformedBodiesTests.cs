using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using AcikKapi.Tests.Faults;
using AcikKapi.Tests.Support;
using CsCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>Promise P8: whatever is sent, never a 5xx and never a stack trace. A few hundred bodies, with --faults 100,000.</summary>
public sealed class MalformedBodiesTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    static readonly byte[] Valid = Encoding.UTF8.GetBytes(Bodies.Valid().ToJsonString());

    static readonly string[] Scraps =
        ["\\ud800", "\\u0000", "\0", "null", "{", "}", "[", "]", "\"", ",", ":", "1e999", "-0", "İı", "\uFFFE", "\"kind\":1,", "\\", "true", "9999999999999999999999"];

    /// <summary>The valid body with some bytes deleted, overwritten, repeated, or a scrap put in.</summary>
    static readonly Gen<byte[]> Mutated =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, Valid.Length - 1], Gen.Int[1, 40], Gen.Byte, Gen.Int[0, Scraps.Length - 1]).Array[1, 4]
            .Select(changes => changes.Aggregate(Valid, (body, change) => Mutate(body, change.Item1, change.Item2 % Math.Max(1, body.Length), change.Item3, change.Item4, Scraps[change.Item5])));

    static readonly int Count = Suites.Faults ? 100_000 : 400;

    [Fact]
    public async Task MutatedBodies_NeverBreakTheServer()
    {
        var times = new ConcurrentBag<double>();
        await Mutated.SampleAsync(async body =>
        {
            var sent = Stopwatch.GetTimestamp();
            await AssertHarmlessAsync(intake.Http, body);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }, iter: Count, threads: 2);
        if (Count > 400) FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P8 mutated bodies {times.Count}: 5xx 0, stack traces 0, p99 {times.Order().ElementAt((int)(times.Count * 0.99)):0.0} ms"));
    }

    /// <summary>The control: the same look at a handler that throws.</summary>
    [Fact]
    public async Task HandlerThatThrows_IsSeen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var broken = builder.Build();
        broken.UseDeveloperExceptionPage();
        broken.MapPost("/v1/applications", IResult () => throw new InvalidOperationException("broken on purpose"));
        await broken.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(broken.Urls.Single()) };
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => AssertHarmlessAsync(http, Valid));
    }

    [Fact]
    public async Task TenMegabytes_AreRefusedWithoutHarm() => await AssertHarmlessAsync(intake.Http, Encoding.UTF8.GetBytes(new string('ı', 5_000_000)));

    [Fact]
    public async Task ExtremeBodies_NeverBreakTheServer()
    {
        string[] bodies =
        [
            "", " ", "null", "[]", "\"\"", "{}", "{\"kind\":", "\uFEFF{}", new string('[', 1000), string.Concat(Enumerable.Repeat("{\"a\":", 1000)),
            "{\"\\ud800\":1}", "{\"kind\":\"\\ud800\",\"kind\":\"\\udc00\"}", "{\"location\":{\"\\udfff\":1}}", "{\"kind\":\"a\",\"kind\":\"b\"}",
        ];
        foreach (var body in bodies) await AssertHarmlessAsync(intake.Http, Encoding.UTF8.GetBytes(body));
        await AssertHarmlessAsync(intake.Http, [0xff, 0xfe, 0x00]);
        await AssertHarmlessAsync(intake.Http, Encoding.Latin1.GetBytes(Bodies.With("subject", "\"Iğdır\"").ToJsonString().Replace("I\\u011Fd\\u0131r", "çÿ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/v1/applications/761234567890123456/events")]
    [InlineData("/v1/applications/761234567890123456/reopen")]
    [InlineData("/v1/applications/761234567890123456/satisfaction")]
    [InlineData("/v1/applications/%00/reopen")]
    public async Task OtherDoors_NeverBreakEither(string path)
    {
        foreach (var body in new[] { "", "[]", "{\"reason\":\"\\ud800\"}", "{\"score\":1e400}", "{\"score\":3}", "{\"reason\":\"x\"}", "{\"event\":\"\\u0000\"}" })
            Assert.InRange((int)(await intake.PostAsync(path, body)).StatusCode, 400, 499);
    }

    static async Task AssertHarmlessAsync(HttpClient http, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/applications") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.TextAsync();
        Assert.True((int)response.StatusCode is 201 or (>= 400 and < 500), $"{response.StatusCode} for {Convert.ToBase64String(body)}");
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    static byte[] Mutate(byte[] body, int way, int at, int length, byte value, string scrap)
    {
        length = Math.Min(length, body.Length - at);
        return way switch
        {
            0 => [.. body[..at], .. body[(at + length)..]],
            1 => [.. body[..at], value, .. body[Math.Min(body.Length, at + 1)..]],
            2 => [.. body[..(at + length)], .. body[at..]],
            _ => [.. body[..at], .. Encoding.UTF8.GetBytes(scrap), .. body[at..]],
        };
    }
}
