using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Applications;

/// <summary>Idempotency keys are kept 30 days; looked at when the server starts and every hour.</summary>
public sealed class ForgetOldKeys(PlaceTransaction database, ILogger<ForgetOldKeys> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1));
        try
        {
            do await ForgetAsync(stoppingToken);
            while (await hourly.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) { } // the server stops
    }

    async Task ForgetAsync(CancellationToken stop)
    {
        try { await database.RunAsync(place: null, work => work.ExecuteAsync("Applications/ForgetOldKeys.sql", new { }), stop); }
        catch (Exception error) when (HandleExceptions.IsDatabaseAway(error)) { log.LogWarning("Old idempotency keys stay for now: the database is away."); }
    }
}
