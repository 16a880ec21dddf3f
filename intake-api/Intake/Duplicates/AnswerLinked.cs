using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Postgres;

namespace AcikKapi.Intake.Duplicates;

/// <summary>One answer for all: what was linked to an application is answered with it, in the same transaction, routed to its unit first where it was not.</summary>
public static class AnswerLinked
{
    public static async Task RunAsync(PlaceWork work, ApplicationLog log, OpenApplication leader, Step answer, CancellationToken stop)
    {
        foreach (var number in await work.ListAsync<string>("Duplicates/ListFollowers.sql", new { province = leader.ProvinceCode, leader = leader.ApplicationId }))
        {
            var follower = (await ApplicationLog.LockAsync(work, leader.ProvinceCode, number))!;
            if (!LifeCycle.IsPending(follower.Status) || follower.Sealed) continue; // settled or sealed meanwhile: it has its own way
            if (!LifeCycle.IsPossible(follower.Status, LifeCycle.Answered))
            {
                await log.AppendAsync(work, follower, answer with { Event = LifeCycle.Routed, UnitCode = leader.UnitCode, OutcomeCode = null, Answer = null, ManagerInformed = null }, stop);
                follower = (await ApplicationLog.LockAsync(work, leader.ProvinceCode, number))!;
            }
            await log.AppendAsync(work, follower, answer, stop);
        }
    }
}
