using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace AcikKapi.Tests.Intake;

/// <summary>Promise P3: same key, same answer.</summary>
public sealed class IdempotencyTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task SameKeyAndBody_GetsTheSameAnswerAndOneRow()
    {
        var (key, before) = (Guid.NewGuid(), await CountAsync());
        var first = await intake.SubmitAsync(Bodies.Valid(), key);
        var second = await intake.SubmitAsync(Bodies.Valid(), key);

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.TextAsync(), await second.TextAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("subject", "\"Başka bir konu\"")]
    [InlineData("location", """{"provinceCode":34,"districtCode":1421}""")]
    public async Task SameKeyOtherBody_Gets422(string path, string json)
    {
        var key = Guid.NewGuid();
        await intake.SubmitAsync(Bodies.Valid(), key);
        var before = await CountAsync();
        var other = await intake.SubmitAsync(Bodies.With(path, json), key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Contains("Idempotency-Key", await other.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task TwentyAtOnce_MakeOneRow()
    {
        var before = await CountAsync();
        const int Keys = 10;
        for (var i = 0; i < Keys; i++)
        {
            var key = Guid.NewGuid();
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => intake.SubmitAsync(Bodies.Valid(), key)));
            Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, a.StatusCode.ToString()));
            var numbers = await Task.WhenAll(answers.Where(a => a.StatusCode == HttpStatusCode.Created).Select(async a => (string)JsonNode.Parse(await a.TextAsync())!["trackingNumber"]!));
            Assert.Single(numbers.Distinct());
        }
        Assert.Equal(before + Keys, await CountAsync());
    }

    [Fact]
    public async Task KeyStillRunning_Gets409()
    {
        var key = Guid.NewGuid();
        await using var other = new Npgsql.NpgsqlConnection(intake.Database.Owner);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = new Npgsql.NpgsqlCommand("select pg_advisory_lock(@lock)", other) { Parameters = { new("lock", AcikKapi.Intake.Applications.IdempotencyKey.Lock(key)) } };
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var response = await intake.SubmitAsync(Bodies.Valid(), key);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.True(response.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task KeyOlderThanThirtyDays_IsForgotten()
    {
        var (kept, old) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var (key, days) in new[] { (kept, 29), (old, 31) })
        {
            await intake.SubmitAsync(Bodies.Valid(), key);
            await intake.ExecuteAsync("update intake.idempotency_keys set created_at = now() - make_interval(days => @days) where idempotency_key = @key", new { key, days });
        }
        await using (await RunningIntake.WithAsync(database: intake.Database)) // looks when it starts
        {
            var limit = DateTime.UtcNow.AddSeconds(60);
            while (await IsKeptAsync(old) && DateTime.UtcNow < limit) await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal((false, true), (await IsKeptAsync(old), await IsKeptAsync(kept)));
    }

    [Fact]
    public async Task Key_IsKeptWithAHashOfTheBodyOnly()
    {
        var key = Guid.NewGuid();
        await intake.SubmitAsync(Bodies.Valid(), key);
        Assert.Equal(32, await intake.ScalarAsync<int>("select length(body_hash) from intake.idempotency_keys where idempotency_key = @key", new { key }));
        var row = await intake.ScalarAsync<string>("select row_to_json(k)::text from intake.idempotency_keys k where idempotency_key = @key", new { key });
        Assert.DoesNotContain("5551112233", row, StringComparison.Ordinal);
    }

    Task<bool> IsKeptAsync(Guid key) => intake.ScalarAsync<bool>("select exists (select from intake.idempotency_keys where idempotency_key = @key)", new { key });

    Task<long> CountAsync() => intake.ScalarAsync<long>("select count(*) from intake.applications");
}
