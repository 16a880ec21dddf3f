using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Faults;

/// <summary>P3: a thousand keys, each sent twenty times at once.</summary>
[Collection(FaultCollection.Name)]
public sealed class SameKeyTests
{
    [Fact]
    public async Task ThousandKeysTwentyTimesAtOnce_MakeOneRowEach()
    {
        Suites.SkipUnlessFaults();
        await using var intake = await RunningIntake.WithAsync();
        var (rows, conflicts, other) = await SendAsync(intake, keys: 1000);
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P3 keys 1000 × 20 at once: rows {rows}, answers 409 {conflicts}, other answers {other}"));
        Assert.Equal((1000, 0), (rows, other));
    }

    [Fact]
    public async Task WithoutUniqueKeyAndLock_RowsAreDoubled()
    {
        Suites.SkipUnlessFaults();
        await using var intake = await RunningIntake.WithAsync();
        // The index goes, and the lock always says yes.
        await intake.ExecuteAsync("""
            alter table intake.idempotency_keys drop constraint idempotency_keys_pkey;
            create function intake.pg_try_advisory_xact_lock(bigint) returns boolean language sql as 'select true';
            do $$ begin execute format('alter role acikkapi_app in database %I set search_path = intake, pg_catalog', current_database()); end $$;
            """);
        await using var weakened = await RunningIntake.WithAsync(database: intake.Database);
        var (rows, _, _) = await SendAsync(weakened, keys: 50);
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P3 control, no unique index and no lock: 50 keys × 20: rows {rows} (must be more than 50)"));
        Assert.True(rows > 50, "The control doubled nothing, so the test above could not have seen a double.");
    }

    static async Task<(int Rows, int Conflicts, int Other)> SendAsync(RunningIntake intake, int keys)
    {
        var (conflicts, other) = (0, 0);
        for (var i = 0; i < keys; i++)
        {
            var key = Guid.NewGuid();
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => intake.SubmitAsync(Bodies.Valid(), key)));
            conflicts += answers.Count(a => a.StatusCode == HttpStatusCode.Conflict);
            var numbers = await Task.WhenAll(answers.Where(a => a.StatusCode == HttpStatusCode.Created).Select(async a => (string)JsonNode.Parse(await a.TextAsync())!["trackingNumber"]!));
            other += answers.Count(a => a.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.Conflict)) + Math.Max(0, numbers.Distinct(StringComparer.Ordinal).Count() - 1);
        }
        return (await intake.ScalarAsync<int>("select count(*)::int from intake.applications"), conflicts, other);
    }
}
