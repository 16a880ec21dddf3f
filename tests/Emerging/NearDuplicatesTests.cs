using AcikKapi.Analytics.Emerging;
using Xunit;

namespace AcikKapi.Tests.Emerging;

public sealed class NearDuplicatesTests
{
    [Fact]
    public void PlantedPairs_AreFoundAndNothingElse()
    {
        var random = new Random(7);
        var originals = Enumerable.Range(0, 400).Select(_ => Text(random, 60)).ToList();
        var copies = originals.ConvertAll(text => Changed(random, text, words: 3));
        var unlike = Enumerable.Range(0, 400).Select(_ => Text(random, 60));

        var groups = NearDuplicates.Group([.. originals, .. copies, .. unlike]);

        var planted = Enumerable.Range(0, 400).Where(i => NearDuplicates.Likeness(originals[i], copies[i]) >= NearDuplicates.FewestAlike).ToList();
        Assert.True(planted.Count > 300);
        Assert.True(planted.Count(i => groups[i] == groups[400 + i]) >= 0.93 * planted.Count);
        var found = groups.GroupBy(g => g).Where(g => g.Count() > 1).ToList();
        Assert.All(found, g => Assert.Equal(2, g.Count()));
        Assert.All(Enumerable.Range(0, 400).Where(i => groups[i] == groups[400 + i]), i => Assert.True(NearDuplicates.Likeness(originals[i], copies[i]) >= NearDuplicates.FewestAlike));
        Assert.Equal(found.Count, Enumerable.Range(0, 400).Count(i => groups[i] == groups[400 + i]));
    }

    [Theory]
    [InlineData("Sokak lambası yanmıyor", "SOKAK LAMBASI yanmiyor!!!", 1)]
    [InlineData("Sokak lambası yanmıyor", "Evimizde su akmıyor, yardım", 0.1)]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    public void Likeness_HeedsNeitherCaseNorMarks(string one, string other, double most) =>
        Assert.InRange(NearDuplicates.Likeness(one, other), most == 1 ? 1 : 0, most);

    [Fact]
    public void TextsTooShortToCompare_StandAlone() => Assert.Equal([0, 1, 2], NearDuplicates.Group(["su", "su", ""]));

    static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(4, 10)).Select(_ => "abcçdefgğhıijklmnoöprsştuüvyz"[random.Next(29)])]);

    static string Changed(Random random, string text, int words)
    {
        var all = text.Split(' ');
        for (var i = 0; i < words; i++) all[random.Next(all.Length)] = Word(random);
        return string.Join(' ', all);
    }
}
