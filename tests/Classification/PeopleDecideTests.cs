using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Reference;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class PeopleDecideTests
{
    static readonly string Open = Vocabulary.Current.Topics.First(t => !t.PeopleDecide).Code;
    static readonly string Theirs = Vocabulary.Current.Topics.First(t => t.PeopleDecide).Code;

    [Fact]
    public void SureTopic_IsGiven() =>
        Assert.Equal(new SureType(Open, 0.99f), PeopleDecide.Unless(new Prediction(Open, 0.99f, Abstained: false, Heading: null)));

    [Fact]
    public void UnsureTopicOfASureHeading_GivesTheHeadingAndItsOwnConfidence() =>
        Assert.Equal(new SureType("SOS", 0.95f), PeopleDecide.Unless(new Prediction(Open, 0.4f, Abstained: true, new SureType("SOS", 0.95f))));

    [Fact]
    public void NeitherSure_IsNobodys() => Assert.Null(PeopleDecide.Unless(new Prediction(Open, 0.4f, Abstained: true, Heading: null)));

    [Theory, InlineData(true), InlineData(false)]
    public void TopicOfPeople_IsNeverGivenNorItsHeading(bool abstained) =>
        Assert.Null(PeopleDecide.Unless(new Prediction(Theirs, 0.999f, abstained, new SureType("SOS", 0.999f))));
}
