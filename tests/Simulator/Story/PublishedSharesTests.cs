using AcikKapi.Domain.Reference;
using AcikKapi.Simulator;
using Xunit;

namespace AcikKapi.Tests.Simulator.Story;

/// <summary>Provinces whose bureaus published their topics ask for about the same in the story.</summary>
public sealed class PublishedSharesTests
{
    [Theory]
    [InlineData(11, "SOS", 0.38)]
    [InlineData(11, "CSG", 0.29)]
    [InlineData(72, "SOS", 0.92)]
    [InlineData(81, "SOS", 0.85)]
    [InlineData(55, "SOS", 0.36)]
    [InlineData(55, "CSG", 0.17)]
    public void SharesOfHeadings_AreNearThePublished(int province, string heading, double published)
    {
        var typed = TellStory.Of(TellStory.Plan(StoryScale.National, 2, 120_000), p => p == province)
            .Where(a => a.Type is not null).Select(a => Vocabulary.Current.Types[a.Type!].HeadingCode).ToList();
        Assert.InRange(typed.Count(h => h == heading) / (double)typed.Count, published - 0.07, published + 0.07);
    }
}
