using AcikKapi.Domain.Classification;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class HeadingsTests
{
    [Fact]
    public void ProbabilityOfAHeading_IsItsTopicsTogether()
    {
        var headings = new Headings(["EGT-01", "SOS-01", "SOS-02"]);
        Assert.Equal(["EGT", "SOS"], headings.Codes);
        Assert.Equal([0.2f, 0.8f], headings.Sum([0.2f, 0.5f, 0.3f]), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(1, headings.Of(2));
    }

    [Fact]
    public void ForeignLabel_IsItsOwnHeading() => Assert.Equal(["Çöp", "Su"], new Headings(["Su", "Çöp"]).Codes.Order(StringComparer.Create(new("tr-TR"), false)));
}
