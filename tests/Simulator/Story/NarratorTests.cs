using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Applications;
using AcikKapi.Simulator;
using AcikKapi.Simulator.Story;
using Xunit;

namespace AcikKapi.Tests.Simulator.Story;

public sealed class NarratorTests
{
    static readonly List<StoryApplication> Told = [.. TellStory.Of(TellStory.Plan(StoryScale.Province, 2, 4_000))];

    [Fact]
    public void SameSeed_SameApplications() => Assert.Equal(
        Told.Select(Key), TellStory.Of(TellStory.Plan(StoryScale.Province, 2, 4_000)).Select(Key));

    [Fact]
    public void AnotherSeed_OtherApplications() => Assert.NotEqual(
        Told.Select(Key), TellStory.Of(TellStory.Plan(StoryScale.Province, 2, 4_000, seed: 2)).Select(Key));

    [Fact]
    public void Positions_AreEachNumberOnce() => Assert.Equal(Enumerable.Range(0, 4_000).Select(i => (long)i), Told.Select(a => a.Position).Order());

    [Fact]
    public void Steps_FollowOneAnotherAsTheDirectiveSays() => Assert.All(Told, application =>
    {
        Assert.Equal("received", application.Events[0].Event);
        var status = "received";
        foreach (var (before, step) in application.Events.Zip(application.Events.Skip(1)))
        {
            Assert.True(step.At > before.At);
            if (step.Event == "rated") Assert.Equal("closed", status);
            else Assert.True(LifeCycle.IsPossible(status, step.Event), $"{status} → {step.Event}");
            status = step.Event == "rated" ? status : step.Event;
        }
        Assert.Equal(status, application.Status);
    });

    [Fact]
    public void NothingHappensAfterTheLastDay() => Assert.All(Told.SelectMany(a => a.Events), step => Assert.True(step.At < IstanbulTime.EndOfDay(TellStory.Until)));

    [Fact]
    public void Deadlines_AreSevenWorkingDaysFromReceiptReopeningAndRouting() => Assert.All(Told, application =>
    {
        var start = application.Events.LastOrDefault(e => e.Event == "reopened") ?? application.Events[0];
        Assert.Equal(WorkingCalendar.Turkey.Deadline(IstanbulTime.DayOf(start.At)), application.DueOn);
        Assert.All(application.Events.Where(e => LifeCycle.StartsUnitClock(e.Event)),
            e => Assert.Equal(WorkingCalendar.Turkey.Deadline(IstanbulTime.DayOf(e.At)), e.DueOn));
    });

    [Fact]
    public void OfTipOffs_OnlyTheDayIsKept()
    {
        var tipOffs = Told.Where(a => a.IsTipOff).ToList();
        Assert.NotEmpty(tipOffs);
        Assert.All(tipOffs, a => Assert.Equal(IstanbulTime.StartOfDay(a.Day), a.ReceivedAt));
        Assert.Contains(tipOffs, a => a.Who is null);
    }

    [Fact]
    public void MostAreAnsweredInTime()
    {
        var answered = Told.Where(a => a.Events.Any(e => e.Event == "answered")).ToList();
        var inTime = answered.Count(a => IstanbulTime.DayOf(a.Events.Last(e => e.Event == "answered").At) <= a.DueOn);
        Assert.InRange(inTime / (double)answered.Count, 0.84, 0.94);
    }

    [Fact]
    public void ThreeInTenHaveNoType_AndAllCodesAreKnown()
    {
        Assert.InRange(Told.Count(a => a.Type is null) / (double)Told.Count, 0.27, 0.33);
        Assert.All(Told, a => Assert.True(a.Type is null || Vocabulary.Current.Types.Contains(a.Type)));
        Assert.All(Told, a => Assert.True(Vocabulary.Current.Channels.Contains(a.Channel) && Vocabulary.Current.Kinds.Contains(a.Kind)));
    }

    [Fact]
    public void CitizensComeAgain()
    {
        var visits = Told.Where(a => a.Who is not null).GroupBy(a => a.Who!.Person.NationalId, StringComparer.Ordinal).Select(g => g.Count()).ToList();
        Assert.InRange(visits.Average(), 1.3, 3);
    }

    static string Key(StoryApplication a) => string.Join('|',
        a.Position, a.Kind, a.Channel, a.Type, a.Neighbourhood, a.Who?.Person.NationalId, a.Text.Body, a.DueOn, string.Join(',', a.Events.Select(e => $"{e.Event} {e.At:O} {e.Unit}")));
}
