using AcikKapi.Domain.Calendar;
using AcikKapi.Simulator.World;

namespace AcikKapi.Simulator.Story;

/// <summary>
/// The life of one application (domain.md, "Life of an application"), step after step until it is closed and rated or the
/// story ends: then it stays open as it lies. Every step comes after the one before.
/// </summary>
/// <param name="end">The first instant after the story.</param>
sealed class Life(ProvinceWorld world, TopicProfile topic, string bureau, int? district, bool isTipOff, bool isNamed, DateTimeOffset end, PlantedTruth truth, Officers officers, Dice dice)
{
    readonly List<StoryEvent> events = new(8);
    DateOnly day;
    bool isSealed;

    public IReadOnlyList<StoryEvent> Events => events;

    /// <summary>The applicant's clock: from receipt, anew from a reopening.</summary>
    public DateOnly DueOn { get; private set; }

    public Life Receive(DateTimeOffset at, bool atDesk)
    {
        var (role, actor) = atDesk ? ("desk", officers.Desk(bureau, dice)) : (null, null);
        Add(new StoryEvent("received", isTipOff ? IstanbulTime.StartOfDay(IstanbulTime.DayOf(at)) : at, Role: role, Actor: actor));
        StartClock();
        return this;
    }

    public Life GoOn(bool confidential, bool special)
    {
        isSealed = confidential;
        // Late or on a free day it lies until the next morning.
        var isLate = events[0].At >= IstanbulTime.StartOfDay(day).AddHours(15.5) || !WorkingCalendar.Turkey.IsWorkingDay(day);
        Wait(dice.Chance(0.75) ? (isLate ? 1 : 0) : 1 + dice.Below(2));
        if (confidential || special)
        {
            if (!AtDesk("with_executive")) return this;
            Wait(dice.Below(3));
        }
        else if (dice.Chance(0.022)) return RejectAndAppeal();
        else if (dice.Chance(0.004))
        {
            AtDesk("referred", outcome: "referred", reason: Reasons.OtherProvince);
            return this;
        }
        TreatAndClose(confidential || special);
        return this;
    }

    Life RejectAndAppeal()
    {
        if (!AtDesk("rejected", outcome: "rejected", reason: dice.Pick(Reasons.Rejection)) || !isNamed || !dice.Chance(0.06)) return this;
        if (Appeal()) TreatAndClose(byExecutive: false);
        return this;
    }

    /// <summary>The citizen appeals, the executive accepts; false where the story ends first.</summary>
    bool Appeal()
    {
        day = day.AddDays(1 + dice.Below(9));
        if (!Add(new StoryEvent("appealed", OfficeTime.AtLeisure(day, dice), Unit: CurrentUnit, Reason: Reasons.Appeal))) return false;
        Wait(1 + dice.Below(3));
        if (!Add(new StoryEvent("reopened", Now(), CurrentUnit, "executive", officers.Executive(bureau), Reason: Reasons.AppealAccepted))) return false;
        StartClock();
        Wait(1);
        return true;
    }

    void TreatAndClose(bool byExecutive)
    {
        for (var round = 0; round < 3; round++)
        {
            var unit = world.UnitFor(topic.Unit, district);
            var rounds = Route(unit, byExecutive);
            if (rounds is not { } answering || !Answer(answering, out var resolved)) return;
            var isContested = isNamed && dice.Chance(answering.Habits.ReopenShare * (resolved ? 0.85 : 2.2) * Math.Pow(0.6, round));
            if (isContested && dice.Chance(0.4))
            {
                if (!Reopen(dice.Pick(Reasons.Reopening))) return;
                continue;
            }
            Wait(dice.Below(3));
            if (!AtDesk("closed")) return;
            if (!isContested)
            {
                Rate(resolved, round);
                return;
            }
            if (!Reopen(dice.Pick(Reasons.Reopening))) return;
        }
    }

    /// <summary>The unit that will answer, after wrong turns; null where the story ends first.</summary>
    Unit? Route(Unit unit, bool byExecutive)
    {
        Wait(dice.Chance(0.2) ? 1 : 0);
        var pingPong = truth.PingPongs.FirstOrDefault(p => p.Unit == unit.Code);
        if (pingPong is not null && dice.Chance(pingPong.Share))
        {
            if (!Send("routed", unit, byExecutive)) return null;
            Wait(1 + dice.Below(3));
            if (!Send("rerouted", world.UnitOf(pingPong.Other), byUnit: unit)) return null;
            Wait(1 + dice.Below(3));
            return Send("rerouted", unit, byUnit: world.UnitOf(pingPong.Other)) ? unit : null;
        }
        var other = world.UnitFor(topic.OtherUnit, district);
        if (other.Code == unit.Code || !dice.Chance(0.035)) return Send("routed", unit, byExecutive) ? unit : null;
        if (!Send("routed", other, byExecutive)) return null;
        Wait(1 + dice.Below(2));
        return Send("rerouted", unit, byUnit: other) ? unit : null;
    }

    bool Answer(Unit unit, out bool resolved)
    {
        var habits = unit.Habits;
        Wait((int)Math.Round(dice.LogNormal(habits.MedianOn(day), habits.Spread)));
        resolved = dice.Chance(habits.ResolvedShare);
        var step = new StoryEvent("answered", Now(), unit.Code, Outcome: resolved ? "resolved" : "not_resolved");
        return Add(isSealed ? step with { Role = "executive", Actor = officers.Executive(bureau) } : step with { Role = "liaison", Actor = officers.Liaison(unit.Code, dice) });
    }

    bool Reopen(string reason)
    {
        day = day.AddDays(1 + dice.Below(9));
        if (!Add(new StoryEvent("reopened", isTipOff ? IstanbulTime.StartOfDay(day) : OfficeTime.AtLeisure(day, dice), Unit: CurrentUnit, Reason: reason))) return false;
        StartClock();
        Wait(1);
        return true;
    }

    void Rate(bool resolved, int round)
    {
        if (!isNamed || isTipOff || !dice.Chance(0.24)) return;
        var isLate = day > DueOn;
        day = day.AddDays(dice.Below(6));
        var score = (resolved ? 4.3 : 2.2) - (isLate ? 0.9 : 0) - 0.5 * round + 0.9 * dice.Normal();
        Add(new StoryEvent("rated", OfficeTime.AtLeisure(day, dice), Unit: CurrentUnit, Score: Math.Clamp((int)Math.Round(score), 1, 5)));
    }

    bool Send(string step, Unit to, bool byExecutive = false, Unit? byUnit = null)
    {
        var sent = new StoryEvent(step, Now(), to.Code, DueOn: OfficeTime.WorkingDaysAfter(day, 7), Reason: byUnit is null ? null : Reasons.WrongUnit);
        return Add(byUnit is not null && !isSealed ? sent with { Role = "liaison", Actor = officers.Liaison(byUnit.Code, dice) }
            : byExecutive || isSealed ? sent with { Role = "executive", Actor = officers.Executive(bureau) }
            : sent with { Role = "desk", Actor = officers.Desk(bureau, dice) });
    }

    bool AtDesk(string step, string? outcome = null, string? reason = null)
    {
        var (role, actor) = isSealed && step != "with_executive" ? ("executive", officers.Executive(bureau)) : ("desk", officers.Desk(bureau, dice));
        return Add(new StoryEvent(step, Now(), CurrentUnit, role, actor, outcome, Reason: reason));
    }

    string? CurrentUnit => events.Count == 0 ? null : events[^1].Unit;

    void StartClock() => DueOn = OfficeTime.WorkingDaysAfter(day, 7);

    void Wait(int workingDays) => day = OfficeTime.WorkingDaysAfter(day, workingDays);

    DateTimeOffset Now() => OfficeTime.AtWork(day, dice);

    /// <summary>False where the story is over before.</summary>
    bool Add(StoryEvent step)
    {
        if (events.Count > 0 && step.At <= events[^1].At) step = step with { At = events[^1].At.AddSeconds(60 + dice.Below(1200)) };
        if (step.At >= end || events.Count == short.MaxValue) return false;
        events.Add(step);
        day = IstanbulTime.DayOf(step.At);
        return true;
    }
}
