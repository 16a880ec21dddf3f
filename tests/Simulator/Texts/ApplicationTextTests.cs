using AcikKapi.Domain.Reference;
using AcikKapi.Simulator;
using AcikKapi.Simulator.Texts;
using Xunit;

namespace AcikKapi.Tests.Simulator.Texts;

public sealed class ApplicationTextTests
{
    static readonly Scene Scene = new("Karakuyu Köyü", "Iğdır Belediyesi");
    static readonly string[] Kinds = ["request", "complaint", "tip_off"];

    [Fact]
    public void EveryTopicOfTheList_HasItsWords()
    {
        Assert.Equal(Vocabulary.Current.Topics.Select(t => t.Code).Order(StringComparer.Ordinal), Topic.All.Select(t => t.Code).Order(StringComparer.Ordinal));
        Assert.All(Topic.All, t => Assert.True(t.Claims.Length + t.Faults.Length >= 6 && t.Things.Length >= 3 && t.Asks.Length >= 2, t.Code));
    }

    [Fact]
    public void SameDice_SameText() => Assert.Equal(Write("SOS-03", "request", 11), Write("SOS-03", "request", 11));

    [Fact]
    public void EveryTopicAndKind_CanBeWritten()
    {
        foreach (var topic in Topic.All)
            foreach (var kind in Kinds)
                for (var seed = 0UL; seed < 20; seed++)
                {
                    var text = Write(topic.Code, kind, seed);
                    Assert.InRange(text.Subject.Length, 3, 200);
                    Assert.InRange(text.Body.Length, 20, 2000);
                    Assert.Equal(-1, (text.Subject + text.Body).IndexOfAny(['[', ']', '{', '}', '<', '>', '*', '~', '|']));
                }
    }

    [Fact]
    public void TextsOfOneTopic_AreNoNearCopies()
    {
        foreach (var topic in Topic.All)
        {
            var shingles = Enumerable.Range(0, 40).Select(i => Shingles(Write(topic.Code, Kinds[i % 2], (ulong)i).Body)).ToList();
            var alike = (from i in Enumerable.Range(0, shingles.Count) from j in Enumerable.Range(0, i) select Jaccard(shingles[i], shingles[j])).ToList();
            Assert.InRange(alike.Average(), 0, 0.25);
            Assert.DoesNotContain(alike, jaccard => jaccard >= 0.8);
        }
    }

    [Fact]
    public void TopicsOfOneHeading_ShareWordsButAreNotAlike()
    {
        var coal = string.Join(' ', Enumerable.Range(0, 200).Select(i => Write("SOS-03", "request", (ulong)i).Body));
        Assert.Contains("kömür", coal, StringComparison.Ordinal);
        Assert.DoesNotContain("asfalt", coal, StringComparison.Ordinal);
    }

    static ApplicationText Write(string topic, string kind, ulong seed)
    {
        var dice = new Dice(seed);
        return ApplicationText.Write(Topic.Of(topic), kind, Scene, new Person("10000000146", "Ayşe", "Demir", "+905550000000", Handwriting.Of(dice)), dice);
    }

    static HashSet<string> Shingles(string text) => [.. Enumerable.Range(0, text.Length - 4).Select(i => text.Substring(i, 5))];

    static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return (double)common / (a.Count + b.Count - common);
    }
}
