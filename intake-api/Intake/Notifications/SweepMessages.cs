using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Notifications;

/// <summary>
/// No message dies unseen (P5): every minute what waited three days for a report becomes a technical failure, and what is
/// still unsent an hour after it was due is counted and said.
/// </summary>
public sealed class SweepMessages(RelayDatabase database, Telemetry telemetry, ILogger<SweepMessages> log) : PeriodicWork(TimeSpan.FromMinutes(1), log)
{
    int said; // so many were said to wait: the same sentence is not said every minute

    sealed record Swept(int Unreported, int Waiting, int Stuck);

    protected override async Task DoAsync(CancellationToken stop)
    {
        var swept = (await database.RunAsync(work => work.FindAsync<Swept>("Notifications/SweepMessages.sql", new { }), stop))!;
        telemetry.Messages(swept.Waiting, swept.Stuck);
        if (swept.Waiting > 0 && swept.Waiting != said) log.LogWarning("{Waiting} messages are unsent an hour after they were due: is the SMS gateway running?", swept.Waiting);
        if (swept.Unreported > 0) log.LogWarning("{Unreported} messages were never reported on and are on the stuck list.", swept.Unreported);
        said = swept.Waiting;
    }
}
