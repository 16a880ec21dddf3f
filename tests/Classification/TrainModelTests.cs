using AcikKapi.Analytics.Classification;
using AcikKapi.Domain;
using AcikKapi.Domain.Classification;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class TrainModelTests
{
    static readonly TrainingPlan Plan = new(Seed: 1, FewestPersons: 2);
    static readonly (string Label, string Text)[] Seeds =
        [("Çöp", "mahallemizde çöpler toplanmıyor koku var"), ("Su", "evde su kesik musluktan su akmıyor"), ("Yol", "yolumuz bozuk asfalt çukur dolu")];

    [Fact]
    public void SameExamples_MakeTheSameBytes() => Assert.Equal(Bytes(TrainModel.Run(Examples(), Plan)), Bytes(TrainModel.Run(Examples(), Plan)));

    [Fact]
    public void AnotherOrderOfExamples_MakesTheSameBytes() => Assert.Equal(Bytes(TrainModel.Run(Examples(), Plan)), Bytes(TrainModel.Run([.. Enumerable.Reverse(Examples())], Plan)));

    [Fact]
    public void OneTextAgainAndAgain_IsLearnedAndNeverDecided()
    {
        LabelledText[] petition = [.. Enumerable.Range(0, 40).Select(i => new LabelledText("yolumuz bozuk", i % 4 == 0 ? "Su" : "Yol", $"{i}"))];

        Assert.True(TrainModel.Run(petition, Plan).Classifier.Predict(new TurkishFeatures(), "yolumuz bozuk").Abstained);
    }

    [Fact]
    public void AnotherOrderOfThreads_IsTheSameModelAsReadBack()
    {
        var classifier = TrainModel.Run(Examples(), Plan).Classifier;
        using var stream = new MemoryStream(Bytes(new TrainedModel(classifier, default)));
        var again = ModelFile.Read(stream);

        Assert.Equal(classifier.Predict(new TurkishFeatures(), "su akmıyor"), again.Predict(new TurkishFeatures(), "su akmıyor"));
    }

    [Fact]
    public void LikeliestLabels_AreThreeWithTheWordsThatSpokeForThem()
    {
        var likely = TrainModel.Run(Examples(), Plan).Classifier.Likeliest(new TurkishFeatures(), "Kaç gündür ÇÖPLER toplanmıyor, lütfen", most: 3, words: 2);

        Assert.Equal(3, likely.Count);
        Assert.Equal("Çöp", likely[0].Label);
        Assert.Equal(1, likely.Sum(l => l.Probability), 1e-4);
        Assert.Equal(["toplanmıyor", "çöpler"], likely[0].Words.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("çöpler", likely[1].Words);
    }

    [Theory]
    [InlineData(""), InlineData("!?… 👍🏽"), InlineData("su"), InlineData("the street lamp has been broken"), InlineData("SU AKMIYOR"), InlineData("cop toplanmiyor"), InlineData("\uD800 \0")]
    public void AnyText_IsAnsweredOrAbstainedFrom(string text)
    {
        var classifier = TrainModel.Run(Examples(), Plan).Classifier;

        var answer = classifier.Predict(new TurkishFeatures(), text);

        Assert.InRange(answer.Confidence, 0f, 1f);
        if (text is "" or "!?… 👍🏽") Assert.True(answer.Abstained);
        Assert.InRange(classifier.Likeliest(new TurkishFeatures(), text, 3, 3).Count, 0, 3);
    }

    [Theory, InlineData("a"), InlineData("su akmıyor ")]
    public void AMegabyte_IsReadToItsTwentyThousandthLetter(string piece)
    {
        var classifier = TrainModel.Run(Examples(), Plan).Classifier;
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.Equal(classifier.Predict(new TurkishFeatures(), text[..20_000]), classifier.Predict(new TurkishFeatures(), text));
    }

    [Fact]
    public void OneLabelOnly_IsRefusedWithASentence() =>
        Assert.Contains("only one label", Assert.Throws<UserError>(() => TrainModel.Run([.. Examples().Where(e => e.Label == "Su")], Plan)).Message, StringComparison.Ordinal);

    [Fact]
    public void TextsWithoutWords_AreRefusedWithASentence() =>
        Assert.Contains("nothing to learn from", Assert.Throws<UserError>(() => TrainModel.Run([new("!", "A", "1"), new("?", "B", "2")], Plan)).Message, StringComparison.Ordinal);

    [Fact]
    public void ALabelOfOneText_IsLearnedFromBesideTheOthers() =>
        Assert.Equal(4, TrainModel.Run([.. Examples(), new("elektrik kesik direk devrildi", "Elektrik", "x")], Plan).Classifier.Labels.Count);

    [Fact]
    public void WhatNamesAPerson_IsNoTerm()
    {
        var features = new TurkishFeatures();
        var scrubbed = Terms("su yok, [TCKN], [TELEFON], [E-POSTA], [PLAKA]");

        Assert.Equal(scrubbed, Terms("su yok, 10000000146, 0555 111 22 33, ayse.demirci@ornek.gov.tr, 34 ABC 123"));

        SortedDictionary<ulong, int> Terms(string text) => new(features.Count(text).ToDictionary());
    }

    [Theory, InlineData(30, 10, true), InlineData(10, 30, false), InlineData(12, 10, false), InlineData(0, 0, false)]
    public void Newcomer_StaysOutOnlyWhereItIsWorseBeyondChance(int onlyBefore, int onlyAfter, bool isWorse) =>
        Assert.Equal(isWorse, new Gate(500, 0.8, 0.8, onlyBefore, onlyAfter).IsWorse);

    // Twenty variants of each sentence, each of a person of its own.
    static List<LabelledText> Examples() =>
        [.. Seeds.SelectMany(s => Enumerable.Range(0, 20).Select(i => new LabelledText($"{s.Text} {i % 7} {"abcdefg"[i % 7]}{i % 3}", s.Label, $"{s.Label}{i}")))];

    static byte[] Bytes(TrainedModel model)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(model.Classifier, stream);
        return stream.ToArray();
    }
}
