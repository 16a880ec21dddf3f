using AcikKapi.Domain.Calendar;
using AcikKapi.Simulator.Texts;
using AcikKapi.Simulator.World;

namespace AcikKapi.Simulator.Story;

/// <summary>Tells applications one by one, each from dice of its own: which one is told first, or by which thread, changes nothing.</summary>
sealed class Narrator(Chronicle chronicle, Officers officers)
{
    const double TypeGiven = 0.70, OnlyHeading = 0.06, Mistyped = 0.005;

    readonly DateTimeOffset end = IstanbulTime.EndOfDay(chronicle.Until);

    /// <summary>The applications of a province on a day (counted from the story's first), in order.</summary>
    /// <param name="mix">Of the week in which the day lies.</param>
    public IEnumerable<StoryApplication> Tell(int province, int day, WeekMix mix)
    {
        var position = chronicle.Position(province, day);
        for (var number = 0; number < chronicle.Count(province, day); number++)
            yield return Tell(position + number, province, chronicle.From.AddDays(day), number, mix);
    }

    StoryApplication Tell(long position, int province, DateOnly day, int number, WeekMix mix)
    {
        var world = chronicle.Cast.Provinces[province];
        var dice = Dice.For(chronicle.Cast.Seed, "application", province, ((long)day.DayNumber << 24) + number);
        var topic = mix.Draw(dice);
        var kind = Kind(topic, dice);
        var isTipOff = kind == StoryApplication.TipOff;
        var channel = Channel(world, day, dice);
        var who = isTipOff && dice.Chance(0.45) ? null : chronicle.Populations[province].Draw(topic.Heading.Index, dice);
        var (place, neighbourhood) = Where(world, who, dice);
        var isManned = ChannelMix.IsManned(channel);
        var at = isManned ? OfficeTime.AtWork(day, dice) : OfficeTime.AtLeisure(day, dice);
        var bureau = place?.BureauOn(day, world.GovernorshipBureau) ?? world.GovernorshipBureau;
        var confidential = dice.Chance(isTipOff ? 0.05 : 0.006);
        var special = !confidential && dice.Chance(0.02);
        var office = world.UnitFor(topic.Unit, place?.District.Code);
        var writer = who?.Person ?? Nobody;
        var text = ApplicationText.Write(topic.Topic, kind, new Scene(neighbourhood ?? $"{world.Province.Name} merkezi", office.Name),
            isManned ? writer with { Hand = Handwriting.Careful } : writer, dice); // what is told at the desk an officer types
        var life = new Life(world, topic, bureau, place?.District.Code, isTipOff, who is not null, end, chronicle.Truth, officers, dice)
            .Receive(at, isManned).GoOn(confidential, special);
        return new StoryApplication(
            position, world, kind, channel, Type(topic, dice), place, place is null ? null : neighbourhood, bureau, who,
            who is not null && dice.Chance(isTipOff ? 0.3 : 0.03), confidential, special, text, at, life.Events, life.DueOn);
    }

    static readonly Person Nobody = new("", "", "", "", Handwriting.Careful);

    static string Kind(TopicProfile topic, Dice dice)
    {
        var share = dice.Share();
        return share < topic.TipOffShare ? StoryApplication.TipOff : share < topic.TipOffShare + topic.ComplaintShare ? "complaint" : "request";
    }

    static string Channel(ProvinceWorld world, DateOnly day, Dice dice)
    {
        var channel = world.Channels.Draw(dice);
        return ChannelMix.IsManned(channel) && !WorkingCalendar.Turkey.IsWorkingDay(day) ? "web" : channel;
    }

    static (Place?, string?) Where(ProvinceWorld world, Citizen? who, Dice dice)
    {
        if (dice.Chance(0.02)) return (null, null);
        if (who is not null && dice.Chance(0.94)) return (who.Home, who.Neighbourhood);
        var place = world.DrawPlace(dice);
        return (place, place.DrawNeighbourhood(dice));
    }

    static string? Type(TopicProfile topic, Dice dice)
    {
        if (!dice.Chance(TypeGiven)) return null;
        if (dice.Chance(OnlyHeading)) return topic.Heading.Code;
        if (!dice.Chance(Mistyped)) return topic.Code;
        var others = dice.Chance(0.7) ? TopicProfile.All.Where(t => t.Heading == topic.Heading).ToList() : TopicProfile.All;
        return dice.Pick(others).Code;
    }
}
