using System.Globalization;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Faults;

/// <summary>
/// P1 and P2: what was acknowledged is there once and whole, however often a process is killed. A kill -9 is the crash of a
/// process, not the loss of power; no loss in k kills shows that a kill loses something less often than 3/k.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class KilledServersTests
{
    [Fact]
    public async Task HundredKills_LoseAndDoubleNothing()
    {
        Suites.SkipUnlessFaults();
        const int Acks = 20_000, Kills = 100;
        await using var home = await FaultHome.StartAsync();
        var citizens = new StubbornCitizens(home, clients: 8);
        var submitting = citizens.UntilAsync(Acks);
        var halves = new HashSet<string>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            // In the middle of the work: after the next share of acknowledgements, some milliseconds in.
            while (citizens.Acks.Count < (kill + 1) * (long)Acks / (Kills + 1)) await Task.Delay(1);
            if (kill % 2 == 0) await home.KillIntakeAsync();
            else await home.KillPostgresAsync();
            halves.Add(await home.HalvesAsync());
        }
        await submitting;
        halves.Add(await home.HalvesAsync());

        var (lost, doubled) = await citizens.CompareAsync();
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P1 acks {citizens.Acks.Count}, tries {citizens.Tries}, kills {Kills} (half intake, half PostgreSQL): lost {lost}, doubled {doubled}"));
        FaultReport.Add($"P2 after each of the kills: {string.Join(" | ", halves)}");
        Assert.Equal((0, 0), (lost, doubled));
        Assert.Equal([FaultHome.NoHalves], halves);
    }

    [Fact]
    public async Task WithoutSynchronousCommit_AcknowledgedOnesAreLost()
    {
        Suites.SkipUnlessFaults();
        await using var home = await FaultHome.StartAsync();
        await home.ScalarAsync<int>("alter role acikkapi_app set synchronous_commit = off");
        await home.RestartIntakeAsync();
        var citizens = new StubbornCitizens(home, clients: 8);
        var submitting = citizens.UntilAsync(20_000);
        var kills = 0;
        while (!submitting.IsCompleted && kills < 12)
        {
            var target = (kills + 1) * 1500;
            while (!submitting.IsCompleted && citizens.Acks.Count < target) await Task.Delay(1);
            await home.KillPostgresAsync();
            kills++;
        }
        await submitting;
        var (lost, _) = await citizens.CompareAsync();
        FaultReport.Add(string.Create(CultureInfo.InvariantCulture, $"P1 control, synchronous_commit off: acks {citizens.Acks.Count}, kills {kills}: lost {lost} (must be more than 0)"));
        Assert.True(lost > 0, "The control lost nothing, so the test above could not have seen a loss.");
    }

    [Fact]
    public async Task HalfAnApplication_IsSeenByTheCheck()
    {
        Suites.SkipUnlessFaults();
        await using var home = await FaultHome.StartAsync();
        await new StubbornCitizens(home, clients: 1).UntilAsync(1);
        Assert.Equal(FaultHome.NoHalves, await home.HalvesAsync());
        // What two transactions leave when the server dies between them.
        await home.ScalarAsync<int>("""
            insert into intake.applications (province_code, tracking_number, origin, kind_code, channel_code, bureau_code, hide_identity, confidential,
              state_of_emergency, sealed, notify, received_at, due_on, status)
            values (76, '760000000000000001', 'simulated', 'complaint', 'web', '76', false, false, false, false, true, now(), current_date, 'received')
            """);
        var halves = await home.HalvesAsync();
        FaultReport.Add($"P2 control, application and event in two transactions: {halves} (must not be 0)");
        Assert.Equal("1 without event, 1 without SMS, 1 without applicant, 1 without key", halves);
    }
}
