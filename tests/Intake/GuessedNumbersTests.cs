using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using AcikKapi.Domain.Identity;
using AcikKapi.Tests.Faults;
using AcikKapi.Tests.Intake.Attachments;
using AcikKapi.Tests.Support;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>P15: a tracking number cannot be guessed, at whatever address it is asked for. A million guesses with --slow.</summary>
public sealed class GuessedNumbersTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    static readonly int Guesses = Suites.Slow ? 1_000_000 : 2_100;

    static readonly byte[] Picture = Pngs.Spelling("x");

    /// <summary>All that anybody may ask with a number and nothing else; every address that takes one is among them or asks for a token first.</summary>
    static readonly (string Path, Func<HttpContent?> Body)[] Doors =
    [
        ("/v1/applications/{0}", () => null),
        ("/v1/applications/{0}/deadline", () => null),
        ("/v1/applications/{0}/satisfaction", () => JsonContent.Create(new { score = 5 })),
        ("/v1/applications/{0}/reopen", () => JsonContent.Create(new { reason = "Sürüyor" })),
        ("/v1/applications/{0}/attachments", () => new ByteArrayContent(Picture)),
        ("/v1/tip-offs/{0}/messages", () => null),
        ("/v1/tip-offs/{0}/messages", () => JsonContent.Create(new { text = "Merhaba" })),
        ("/v1/applications/{0}/answer", () => JsonContent.Create(new { phone = "+905550000000" })),
    ];

    [Fact]
    public async Task RandomNumbers_HitNothingAtAnyDoor()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 50; i++) known.Add(await intake.AcceptedAsync(i % 2 == 0 ? Bodies.Valid() : Bodies.TipOff()));
        var (hits, other) = (0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, Guesses), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (i, stop) =>
        {
            using var answer = await AskAsync(Doors[i % Doors.Length], TrackingNumber.Create(76));
            if (answer.IsSuccessStatusCode) Interlocked.Increment(ref hits);
            else if (answer.StatusCode != HttpStatusCode.NotFound) Interlocked.Increment(ref other);
        });
        if (Suites.Slow) FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P15 guesses {Guesses} at {Doors.Length} doors beside {known.Count} numbers of the same province: hits {hits}, answers other than 404 {other}"));
        Assert.Equal((0, 0), (hits, other));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Doors[0], known.First())).StatusCode); // a right one is found
    }

    /// <summary>A new address that takes a number must be guessed at here, or ask for a token before it looks.</summary>
    [Fact]
    public async Task EveryAddressThatTakesANumber_IsADoorOrAsksForAToken()
    {
        var paths = System.Text.Json.Nodes.JsonNode.Parse(await intake.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!["paths"]!.AsObject();
        var number = await intake.AcceptedAsync(Bodies.Valid());
        foreach (var (path, operations) in paths.Where(p => p.Key.Contains("{trackingNumber}", StringComparison.Ordinal)))
            foreach (var (method, _) in operations!.AsObject())
            {
                if (Doors.Any(d => d.Path == path.Replace("{trackingNumber}", "{0}", StringComparison.Ordinal) && d.Body() is null == (method == "get"))) continue;
                var answer = await intake.AskAsync(new HttpMethod(method.ToUpperInvariant()), path.Replace("{trackingNumber}", number, StringComparison.Ordinal).Replace("{no}", "1", StringComparison.Ordinal), method == "get" ? null : "{}");
                Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{method} {path}: {answer.Status}");
            }
    }

    /// <summary>
    /// Unknown, malformed and of another kind alike: one body, and as many statements sent to the database, so that no clock tells them
    /// apart. How well one does is measured with --slow and told, not asserted.
    /// </summary>
    [Fact]
    public async Task WrongAndMissingNumbers_AreAnsweredByTheSameWork()
    {
        var tipOff = await intake.AcceptedAsync(Bodies.TipOff());
        foreach (var door in Doors)
        {
            string[] wrong = [TrackingNumber.Create(76), "990000000000000000", "7", .. door.Path.Contains("tip-offs", StringComparison.Ordinal) ? new[] { tipOff, await intake.AcceptedAsync(Bodies.Valid()) } : []];
            foreach (var number in wrong) await AskAsync(door, number); // prepared, whichever comes first
            var answers = new HashSet<string>(StringComparer.Ordinal);
            foreach (var number in wrong)
            {
                using var counted = new Statements(intake.Database.App);
                using var answer = await AskAsync(door, number);
                answers.Add($"{(int)answer.StatusCode} {await answer.TextAsync()} {counted.Count}");
            }
            Assert.True(answers.Count == 1, $"{door.Path}: {string.Join(" | ", answers)}");
        }
    }

    [Fact]
    public async Task WhoHoldsTheKeyAndWhoDoesNot_CannotBeTimedApart()
    {
        Assert.SkipUnless(Suites.Slow, "Slow: --slow measures.");
        var (tipOff, random) = (await intake.AcceptedAsync(Bodies.TipOff()), new Random(1));
        var times = new List<(bool Exists, double Milliseconds)>();
        for (var i = 0; i < 6_000; i++)
        {
            var exists = random.Next(2) == 0;
            var start = Stopwatch.GetTimestamp();
            using var answer = await AskAsync(Doors[5], exists ? tipOff : TrackingNumber.Create(76));
            times.Add((exists, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }
        // The chance that one of the first kind takes longer than one of the other; 0.5: the clock tells nothing.
        var ranked = times.Skip(1000).OrderBy(t => t.Milliseconds).Select((t, rank) => (t.Exists, rank)).ToList();
        double ones = ranked.Count(t => t.Exists), others = ranked.Count - ones;
        var chance = (ranked.Where(t => t.Exists).Sum(t => (double)t.rank) - ones * (ones - 1) / 2) / (ones * others);
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P15 a clock tells a tip-off's number from an unknown one with chance {chance:0.000} (0.5: not at all), {ranked.Count} questions"));
    }

    [Fact]
    public async Task QuestionsAboutNumbers_AreLimitedForEachClient()
    {
        await using var limited = await RunningIntake.WithAsync(rateLimit: 2);
        foreach (var path in new[] { "/v1/applications/761111111111111111", "/v1/applications/761111111111111111/deadline", "/v1/tip-offs/761111111111111111/messages" })
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < 30; i++) answers.Add((await limited.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        }
    }

    async Task<HttpResponseMessage> AskAsync((string Path, Func<HttpContent?> Body) door, string number)
    {
        using var request = new HttpRequestMessage(door.Body() is null ? HttpMethod.Get : HttpMethod.Post, string.Format(CultureInfo.InvariantCulture, door.Path, number)) { Content = door.Body() };
        return await intake.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Statements that the server sends to its database meanwhile.</summary>
    sealed class Statements : IDisposable
    {
        readonly MeterListener _listener = new();
        int _count;

        public Statements(string connection)
        {
            var database = new NpgsqlConnectionStringBuilder(connection).Database!;
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Npgsql" && instrument.Name.EndsWith("duration", StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
            {
                foreach (var tag in tags)
                    if (tag.Value is string value && value.Contains(database, StringComparison.Ordinal))
                    {
                        Interlocked.Increment(ref _count);
                        return;
                    }
            });
            _listener.Start();
        }

        public int Count => _count;

        public void Dispose() => _listener.Dispose();
    }
}
