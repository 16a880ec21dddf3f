using AcikKapi.Analytics.Classification;
using AcikKapi.Domain;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class EvaluateClassifierTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("acikkapi-evaluate-").FullName;

    [Fact]
    public void LabelsUnseenInTraining_CountAsErrors()
    {
        var train = Write("train.csv", "text,label", [.. Enumerable.Range(0, 20).SelectMany(i => new[] { $"su akmıyor {i % 4},Su", $"yol bozuk {i % 4},Yol", "," })]);
        var test = Write("test.csv", "text,label", "su akmıyor,Su", "yol bozuk,Yol", "ağaç devrildi,Park", ",Park");

        var result = EvaluateClassifier.Run(train, test, "text", "label", seed: 1);

        Assert.Equal(0.5, result.Accuracy);
        Assert.True(result.MacroF1 < 0.8);
    }

    [Fact]
    public void TextOfAMegabyteInACsv_IsRead()
    {
        var train = Write("train.csv", "text,label", [.. Enumerable.Range(0, 10).SelectMany(_ => new[] { "su akmıyor,Su", "yol bozuk,Yol" }), $"{new string('a', 1_000_000)},Yol"]);

        Assert.Equal(1, EvaluateClassifier.Run(train, train, "text", "label", seed: 1).Accuracy, 0.06);
    }

    [Theory, InlineData(9, true), InlineData(10, false)]
    public void WordOfFewerTextsThanTheFloor_IsNotLearned(int texts, bool refused)
    {
        var train = Write("train.csv", "text,label", [.. Enumerable.Range(0, texts).SelectMany(_ => new[] { "su,Su", "yol,Yol" })]);

        var learned = Record.Exception(() => EvaluateClassifier.Run(train, train, "text", "label", seed: 1, fewestTexts: TrainClassifier.FewestPersons));

        Assert.Equal(refused, learned is UserError error && error.Message.Contains("enough persons", StringComparison.Ordinal));
        Assert.True(refused || learned is null);
    }

    [Theory]
    [InlineData("text,label\nsu akmıyor,Su\nsu yok,Su", "only one label")]
    [InlineData("text,label\nsu akmıyor,\nsu yok,", "no row with a label")]
    [InlineData("text,label", "no rows")]
    [InlineData("metin,label\na,b", "no column text")]
    [InlineData("text,label\n\"su\"x akmıyor,Su", "cannot be read as CSV")]
    [InlineData("", "")]
    public void FileThatTeachesNothing_IsRefusedWithASentence(string content, string sentence)
    {
        var file = Path.Combine(folder, "wrong.csv");
        File.WriteAllText(file, content);

        Assert.Contains(sentence, Assert.Throws<UserError>(() => EvaluateClassifier.Run(file, file, "text", "label", seed: 1)).Message, StringComparison.Ordinal);
    }

    string Write(string name, string header, params string[] rows)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllLines(file, [header, .. rows]);
        return file;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
