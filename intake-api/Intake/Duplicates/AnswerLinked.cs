using AcikKapi.Intake.Applications;
using AcikKapi.Intake.Clock;
using AcikKapi.Intake.Postgres;
using AcikKapi.Intake.Staff;

namespace AcikKapi.Intake.Duplicates;

/// <summary>
/// One answer for all: what was linked to an application is answered with it, in the same transaction, routed to its unit first where it
/// was not. What waits for the executive is not: a special application is answered by the unit it was directed to (art. 10-c).
/// </summary>
public static class AnswerLinked
{
    /// <summary>Whether a step ends an application, so that those linked to it are looked at.</summary>
    public static bool Ends(string step) => step is LifeCycle.Answered or LifeCycle.Rejected or LifeCycle.Referred;

    /// <summary>Before the step: the application and those linked to it are locked together, after the calendar as everywhere.</summary>
    public static async Task LockAsync(PlaceWork work, int province, string number)
    {
        await work.ExecuteAsync("Clock/HoldCalendar.sql", new { calendar = Calendars.Lock });
        await work.ListAsync<string>("Duplicates/LockTogether.sql", new { province, number });
    }

    /// <returns>Tracking numbers of those that still wait for an answer of their own, as far as the officer may know of them.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(PlaceWork work, ApplicationLog log, OpenApplication leader, Step step, CancellationToken stop)
    {
        var left = new List<string>();
        foreach (var number in await work.ListAsync<string>("Duplicates/ListFollowers.sql", new { province = leader.ProvinceCode, leader = leader.ApplicationId }))
        {
            var follower = (await ApplicationLog.LockAsync(work, leader.ProvinceCode, number))!;
            if (!LifeCycle.IsPending(follower.Status)) continue; // settled meanwhile
            if (step.Event == LifeCycle.Answered && IsAnsweredWith(leader, follower, step.By!)) await AnswerAsync(work, log, leader, number, follower, step, stop);
            else if (!follower.Sealed || Authorization.SeesSealed(step.By!)) left.Add(number);
        }
        return left;
    }

    static bool IsAnsweredWith(OpenApplication leader, OpenApplication follower, StaffMember by) =>
        !follower.Sealed // it has its own way since
        && (Authorization.Directs(by) || follower.Status != LifeCycle.WithExecutive && (!follower.Special || LifeCycle.IsPossible(follower.Status, LifeCycle.Answered) && follower.UnitCode == leader.UnitCode));

    static async Task AnswerAsync(PlaceWork work, ApplicationLog log, OpenApplication leader, string number, OpenApplication follower, Step answer, CancellationToken stop)
    {
        if (!LifeCycle.IsPossible(follower.Status, LifeCycle.Answered))
        {
            await log.AppendAsync(work, follower, answer with { Event = LifeCycle.Routed, UnitCode = leader.UnitCode, OutcomeCode = null, Answer = null, ManagerInformed = null }, stop);
            follower = (await ApplicationLog.LockAsync(work, leader.ProvinceCode, number))!;
        }
        await log.AppendAsync(work, follower, answer, stop);
    }
}
