using AcikKapi.Intake.Http;

namespace AcikKapi.Intake.Postgres;

/// <summary>Housekeeping: done when the server starts and again after each period; while the database is away it is left for the next time.</summary>
public abstract class PeriodicWork(TimeSpan period, ILogger log) : BackgroundService
{
    protected abstract Task DoAsync(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            do await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) { } // the server stops
    }

    async Task TryAsync(CancellationToken stop)
    {
        try { await DoAsync(stop); }
        catch (Exception error) when (HandleExceptions.IsDatabaseAway(error)) { log.LogWarning("{Work} is left for the next time: the database is away.", GetType().Name); }
    }
}
