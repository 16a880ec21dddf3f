using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Notifications;

/// <summary>
/// No message dies unseen (P5): every minute what waited three days for a report becomes a technical failure, and what is
/// still unsent an hour after it was due is counted and said.
/// </summary>
public sealed class SweepMessages(RelayDatabase database, Telemetry telemetry, ILogger<SweepMessages> log) : BackgroundService
{
    sealed record Swept(int Unreported, int Waiting, int Stuck);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everyMinute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        var said = 0;
        try
        {
            do said = await SweepAsync(said, stoppingToken);
            while (await everyMinute.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) { } // the server stops
    }

    /// <summary>How many were said to wait, so that the same sentence is not said every minute.</summary>
    async Task<int> SweepAsync(int said, CancellationToken stop)
    {
        try
        {
            var swept = (await database.RunAsync(work => work.FindAsync<Swept>("Notifications/SweepMessages.sql", new { }), stop))!;
            telemetry.Messages(swept.Waiting, swept.Stuck);
            if (swept.Waiting > 0 && swept.Waiting != said) log.LogWarning("{Waiting} messages are unsent an hour after they were due: is the SMS gateway running?", swept.Waiting);
            if (swept.Unreported > 0) log.LogWarning("{Unreported} messages were never reported on and are on the stuck list.", swept.Unreported);
            return swept.Waiting;
        }
        catch (Exception error) when (HandleExceptions.IsDatabaseAway(error))
        {
            return said;
        }
    }
}
