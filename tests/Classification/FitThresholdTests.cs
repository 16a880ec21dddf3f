using AcikKapi.Analytics.Classification;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class FitThresholdTests
{
    const float Never = 1.5f;

    [Theory, InlineData(100, false), InlineData(300, true)]
    public void AnswersWithoutAMistake_AreTakenFromAHundredAndFiftyOn(int answers, bool isTaken) =>
        Assert.Equal(isTaken, FitThreshold.Run(Enumerable.Repeat(new Answer(0.99f, Wrong: false), answers).ToList()) < Never);

    /// <summary>Wrong as often as the confidence says: planted samples, each judged by what would be wrong of endlessly many.</summary>
    [Fact]
    public void WrongOfTheDecided_StaysUnderTheLimitInNearlyAllSamples()
    {
        var random = new Random(1);
        var thresholds = Enumerable.Range(0, 20).Select(_ => FitThreshold.Run(Sample(random, 6_000))).ToList();

        // Confidence u ↦ 1 − u²/2 for even u: above t, that is u under √(2(1 − t)), the share wrong is u²/6.
        Assert.InRange(thresholds.Count(t => 2 * (1 - t) / 6 > FitThreshold.AcceptedError), 0, 3);
        Assert.InRange(thresholds.Average(t => Math.Sqrt(2 * (1 - t))), 0.25, 0.3464);
        Assert.InRange(thresholds.Max() - thresholds.Min(), 0, 0.04);
    }

    [Fact]
    public void MachineThatIsWrongHoweverSureItIs_NeverDecides()
    {
        var random = new Random(2);
        Assert.True(FitThreshold.Run([.. Enumerable.Range(0, 1_000).Select(_ => new Answer(random.NextSingle(), random.Next(5) == 0))]) > Never);
    }

    [Fact]
    public void Offsets_GiveBackTheLabelThatTheScoresSaidTooRarely()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 4_000).Select(_ => new[] { random.NextSingle() * 4, random.NextSingle() * 4 }).ToList();
        var classes = rows.Select(r => random.NextDouble() < 1 / (1 + Math.Exp(-(r[0] - r[1] - 1) / 0.5)) ? 0 : 1).ToList(); // temperature 0.5, label 1 said too rarely by 2

        var scale = ScoreScale.Fit(rows, classes);

        Assert.Equal(0.5, scale.Temperature, 0.06);
        Assert.Equal(2, scale.Offsets[1] - scale.Offsets[0], 0.25);
    }

    static List<Answer> Sample(Random random, int size) => [.. Enumerable.Range(0, size).Select(_ =>
    {
        var u = random.NextDouble();
        return new Answer((float)(1 - u * u / 2), random.NextDouble() < u * u / 2);
    })];
}
