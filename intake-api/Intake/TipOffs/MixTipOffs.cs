using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.TipOffs;

/// <summary>
/// Once a day is over its tip-offs are all written anew in one transaction. Until then each bears the number of its own, which among
/// the exact times of other applications would tell the hour it came; afterwards all of them bear one, that of the night.
/// </summary>
public sealed class MixTipOffs(PlaceTransaction database, TimeProvider time, ILogger<MixTipOffs> log) : PeriodicWork(TimeSpan.FromHours(1), log)
{
    /// <summary>A server that stood still for so long catches up.</summary>
    const int Days = 7;

    DateOnly mixedUntil;

    protected override async Task DoAsync(CancellationToken stop)
    {
        var today = IstanbulTime.DayOf(time.GetUtcNow());
        if (today == mixedUntil) return;
        var days = Enumerable.Range(1, Days).Select(i => IstanbulTime.StartOfDay(today.AddDays(-i)).UtcDateTime).ToArray();
        foreach (var province in Vocabulary.Current.Provinces.Codes)
            await database.RunAsync(province, work => work.ExecuteAsync("TipOffs/MixTipOffs.sql", new { province, days }), stop, sealedToo: true);
        await database.RunAsync(place: null, work => work.ExecuteAsync("TipOffs/MixKeys.sql", new { days }), stop);
        mixedUntil = today;
    }
}
