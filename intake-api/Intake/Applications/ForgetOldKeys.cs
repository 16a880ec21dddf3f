using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>Idempotency keys are kept 30 days; looked at every hour.</summary>
public sealed class ForgetOldKeys(PlaceTransaction database, ILogger<ForgetOldKeys> log) : PeriodicWork(TimeSpan.FromHours(1), log)
{
    protected override Task DoAsync(CancellationToken stop) => database.RunAsync(place: null, work => work.ExecuteAsync("Applications/ForgetOldKeys.sql", new { }), stop);
}
