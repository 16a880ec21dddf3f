using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Http;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.TipOffs;

/// <summary>What nobody took up within 90 days is forgotten: words, sender, message box. That there was one stays. Once a day, and when the server starts.</summary>
public sealed class ForgetTipOffs(PlaceTransaction database, ILogger<ForgetTipOffs> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1));
        try
        {
            do await ForgetAsync(stoppingToken);
            while (await daily.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) { } // the server stops
    }

    // Province after province, because a transaction sees one at a time.
    async Task ForgetAsync(CancellationToken stop)
    {
        try
        {
            foreach (var province in Vocabulary.Current.Provinces.Codes)
                await database.RunAsync(province, work => work.ExecuteAsync("TipOffs/ForgetTipOffs.sql", new { province }), stop);
        }
        catch (Exception error) when (HandleExceptions.IsDatabaseAway(error)) { log.LogWarning("Old tip-offs stay for now: the database is away."); }
    }
}
