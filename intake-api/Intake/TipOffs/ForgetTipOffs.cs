using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.TipOffs;

/// <summary>What nobody took up within 90 days, rejected ones included, is forgotten: words, sender, files, message box. That there was one stays. Looked at every day.</summary>
public sealed class ForgetTipOffs(PlaceTransaction database, ILogger<ForgetTipOffs> log) : PeriodicWork(TimeSpan.FromDays(1), log)
{
    // Province after province, because a transaction sees one at a time.
    protected override async Task DoAsync(CancellationToken stop)
    {
        foreach (var province in Vocabulary.Current.Provinces.Codes)
            await database.RunAsync(province, work => work.ExecuteAsync("TipOffs/ForgetTipOffs.sql", new { province }), stop, sealedToo: true);
    }
}
