using System.Globalization;
using AcikKapi.Intake;
using AcikKapi.Intake.Notifications;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Faults;

/// <summary>P4: each part of a real Kannel killed and away for ten minutes, while messages wait, are on their way, and come.</summary>
[Collection(FaultCollection.Name)]
public sealed class SmsOutageTests
{
    const int Messages = 2000, Before = 500, RelayBatch = 10;
    static readonly TimeSpan Outage = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("ACIKKAPI_FAULT_MINUTES") ?? "10", CultureInfo.InvariantCulture));
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    sealed record Result(string Program, int Distinct, int Doubled, int Delivered);

    [Fact]
    public async Task EachPartAwayForTenMinutes_LosesNoMessage()
    {
        Suites.SkipUnlessFaults();
        var results = await Task.WhenAll(new[] { "smsbox", "bearerbox", "smsc" }.Select(OutageAsync)); // three gateways side by side
        foreach (var r in results)
            FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P4 {r.Program} killed, away {Outage.TotalMinutes:0.#} min: messages {Messages}, distinct received {r.Distinct}, received twice {r.Doubled}, reported delivered {r.Delivered}"));
        Assert.All(results, r => Assert.Equal(Messages, r.Distinct));
        Assert.All(results, r => Assert.InRange(r.Doubled, 0, RelayBatch));
    }

    [Fact]
    public async Task MarkedBeforeSent_MessagesAreLost()
    {
        Suites.SkipUnlessFaults();
        const int Few = 200;
        await using var gateway = await TestGateway.CreateAsync();
        await using var intake = await RunningIntake.WithAsync(); // whose own relay is off
        await SubmitAsync(intake, Few);
        await gateway.KillAsync("smsbox");
        await intake.ExecuteAsync("update intake.messages set state = 'sending'");
        using (var client = new SmsGateway(To(gateway.Address), await PostgresServer.SecretAsync("sms.password")))
            for (var i = 0; i < Few; i++) await client.SendAsync("+905551112233", "Kontrol", new Uri("http://127.0.0.1:1/?"), CancellationToken.None);
        await gateway.StartAsync();
        await using var relaying = await RunningIntake.WithAsync(sms: To(gateway.Address), database: intake.Database);
        await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P4 control, marked before sent: messages {Few}, received {gateway.Messages.Count} (must be fewer)"));
        Assert.True(gateway.Messages.Count < Few, "The control lost nothing, so the test above could not have seen a loss.");
    }

    static async Task<Result> OutageAsync(string program)
    {
        await using var gateway = await TestGateway.CreateAsync();
        await using var intake = await RunningIntake.WithAsync(sms: To(gateway.Address));
        var submitting = SubmitAsync(intake, Before);
        await UntilAsync(() => Task.FromResult(Distinct(gateway) >= Before / 4)); // in the middle of sending
        await gateway.KillAsync(program);
        var back = DateTime.UtcNow + Outage;
        await submitting;
        for (var left = Messages - Before; left > 0; left--)
        {
            await SubmitAsync(intake, 1);
            var pause = (back - DateTime.UtcNow) / left;
            if (pause > TimeSpan.Zero) await Task.Delay(pause);
        }
        await gateway.StartAsync();

        await UntilAsync(() => Task.FromResult(Distinct(gateway) == Messages));
        await UntilAsync(async () => await DeliveredAsync(intake) == Messages, TimeSpan.FromMinutes(1));
        return new Result(program, Distinct(gateway), gateway.Messages.Count - Distinct(gateway), await DeliveredAsync(intake));
    }

    // Each text bears its application's tracking number, and nothing else differs.
    static int Distinct(TestGateway gateway) => gateway.Messages.Select(m => m.Text).Distinct(StringComparer.Ordinal).Count();

    static Task<int> DeliveredAsync(RunningIntake intake) => intake.ScalarAsync<int>("select count(*)::int from intake.messages where state = 'delivered'");

    static async Task SubmitAsync(RunningIntake intake, int count)
    {
        for (var i = 0; i < count; i++) await intake.AcceptedAsync(Bodies.Valid());
    }

    static async Task UntilAsync(Func<Task<bool>> isTrue, TimeSpan? patience = null)
    {
        var limit = DateTime.UtcNow + (patience ?? Patience);
        while (!await isTrue() && DateTime.UtcNow < limit) await Task.Delay(500);
    }

    static SmsSettings To(Uri gateway) => SmsSettings.Off with { Url = gateway, RetryAfter = TimeSpan.FromSeconds(1), Tries = 10_000 };
}
