using System.Globalization;
using System.Net;
using AcikKapi.Domain.Identity;
using AcikKapi.Tests.Faults;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>P15: a tracking number cannot be guessed, whatever number is asked for. A million guesses with --slow.</summary>
public sealed class GuessedNumbersTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    static readonly int Guesses = Environment.GetEnvironmentVariable("ACIKKAPI_SLOW") == "1" ? 1_000_000 : 2_000;

    [Fact]
    public async Task RandomNumbers_HitNothing()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 50; i++) known.Add(await intake.AcceptedAsync(Bodies.Valid()));
        var (hits, other) = (0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, Guesses), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (_, stop) =>
        {
            using var answer = await intake.Http.GetAsync($"/v1/applications/{TrackingNumber.Create(76)}", HttpCompletionOption.ResponseHeadersRead, stop);
            if (answer.StatusCode == HttpStatusCode.OK) Interlocked.Increment(ref hits);
            else if (answer.StatusCode != HttpStatusCode.NotFound) Interlocked.Increment(ref other);
        });
        if (Guesses > 10_000) FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P15 guesses {Guesses} beside {known.Count} numbers of the same province: hits {hits}, answers other than 404 {other}"));
        Assert.Equal((0, 0), (hits, other));
        Assert.Equal(HttpStatusCode.OK, (await intake.AskAsync(HttpMethod.Get, $"/v1/applications/{known.First()}")).Status); // a right one is found
    }
}
