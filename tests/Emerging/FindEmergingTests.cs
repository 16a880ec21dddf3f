using AcikKapi.Analytics.Emerging;
using Xunit;

namespace AcikKapi.Tests.Emerging;

public sealed class FindEmergingTests
{
    static readonly DateOnly AsOf = new(2026, 10, 31);
    static readonly string[] Usual =
        ["yol", "asfalt", "lamba", "çöp", "su", "elektrik", "otobüs", "durak", "park", "ağaç", "kaldırım", "köpek", "gürültü", "ruhsat", "pazar", "cami", "okul", "servis", "köprü", "tabela"];

    [Fact]
    public void PlantedTopic_IsFoundWithItsWords()
    {
        var found = FindEmerging.Run([.. Background(), .. Planted(30, persons: 30, days: 10)], AsOf).Topics;

        var topic = Assert.Single(found);
        Assert.Contains("deprem", topic.Words);
        Assert.Equal((30, 30, 10), (topic.Persons, topic.Subjects, topic.Days));
        Assert.True(topic.QValue <= 0.1);
    }

    [Fact]
    public void FlatBackground_FindsNothing() => Assert.Empty(FindEmerging.Run([.. Background()], AsOf).Topics);

    [Theory, InlineData(9, 10), InlineData(30, 2)]
    public void TooFewPersonsOrDays_AreNoTopic(int persons, int days) =>
        Assert.Empty(FindEmerging.Run([.. Background(), .. Planted(30, persons, days)], AsOf).Topics);

    [Fact]
    public void MassPetition_CountsOncePersonOnceSubject()
    {
        var petition = Enumerable.Range(0, 500).Select(i => new UntypedText(
            "Mahallemizdeki deprem konteynerleri kaldırılsın, yerine çocuk parkı yapılsın, imza sahipleri olarak bunu talep ediyoruz" + (i % 2 == 0 ? "." : "!"), $"k{i % 200}", AsOf.AddDays(-(i % 20))));

        var (_, topics, petitions) = FindEmerging.Run([.. Background(), .. petition], AsOf);

        Assert.Empty(topics);
        var found = Assert.Single(petitions);
        Assert.Equal((200, 500, AsOf.AddDays(-19), AsOf), (found.Persons, found.Texts, found.First, found.Last));
        Assert.NotEmpty(found.Words);
    }

    /// <summary>Each sender's own name is in it; a word of fewer than ten persons is never shown.</summary>
    [Fact]
    public void MassPetition_ShowsNoWordOfFew()
    {
        var petition = Enumerable.Range(0, 40).Select(i => new UntypedText(
            $"{(i < 9 ? "tuhafiyeci" : "komşu")} olarak mahallemizdeki hafriyat kamyonlarının geceleri geçmesine izin verilmesin, yol kenarındaki kantar kaldırılsın, imza sahipleri olarak bunu talep ediyoruz",
            $"k{i}", AsOf.AddDays(-(i % 20))));

        var words = Assert.Single(FindEmerging.Run([.. Background(), .. petition], AsOf).Petitions).Words;

        Assert.NotEmpty(words);
        Assert.DoesNotContain("tuhafiyeci", words);
    }

    [Fact]
    public void PlantedTopic_ExpectsWhatWasUsual()
    {
        var topic = Assert.Single(FindEmerging.Run([.. Background(), .. Planted(30, persons: 30, days: 10)], AsOf).Topics);
        Assert.InRange(topic.Expected, 0.1, 5); // thirty subjects, of which a tenth fell in the last four weeks of all
    }

    [Fact]
    public void NoTexts_GiveNothing() => Assert.Empty(FindEmerging.Run([], AsOf).Topics);

    // Two texts a day for a year, each of ten words of twenty in an order of its own.
    static IEnumerable<UntypedText> Background()
    {
        var random = new Random(3);
        return Enumerable.Range(0, 2 * (FindEmerging.YearDays + FindEmerging.Days - 1)).Select(i => new UntypedText(Sentence(random), $"b{i}", AsOf.AddDays(-i / 2)));
    }

    static IEnumerable<UntypedText> Planted(int texts, int persons, int days)
    {
        var random = new Random(4);
        return Enumerable.Range(0, texts).Select(i => new UntypedText($"deprem konteyner {Sentence(random)}", $"p{i % persons}", AsOf.AddDays(-(i % days))));
    }

    static string Sentence(Random random)
    {
        var words = (string[])Usual.Clone();
        random.Shuffle(words);
        return string.Join(' ', words.Take(10));
    }
}
