using System.Text;
using AcikKapi.Analytics.Classification;
using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Text;
using Sylvan.Data.Csv;
using Xunit;

namespace AcikKapi.Tests.Classification;

/// <summary>Real complaints of citizens to municipalities, eight units.</summary>
public sealed class MunicipalComplaintsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("acikkapi-complaints-").FullName;

    [Fact]
    public void Validation_IsAsGoodAsThePublishedStems()
    {
        var (train, test) = Split();
        var predictions = Path.Combine(folder, "predictions.csv");

        var result = EvaluateClassifier.Run(train, test, "text", "label", seed: 1, predictions);

        // Published: linear SVM on Snowball stems 0.899; 288 texts, so ± 3 points.
        Assert.InRange(result.Accuracy, 0.88, 1);
        Assert.InRange(result.MacroF1, 0.84, 1);
        Assert.InRange(result.Ece, 0, 0.05);
        Assert.InRange(result.Coverage, 0.4, 1);
        Assert.InRange(result.AcceptedError, 0, 0.03);
        Assert.InRange(result.ModelBytes, 1, 50_000_000);
        Assert.Equal(289, File.ReadLines(predictions).Count());
        Assert.Equal("row,label,predicted,confidence,abstained", File.ReadLines(predictions).First());
    }

    [Fact]
    public void CaseAndNormalForm_DoNotChangeTheClass()
    {
        var (train, test) = Split();
        var classifier = TrainModel.Run(ReadExamples.Run(train, "text", "label"), new TrainingPlan(Seed: 1, FewestPersons: 2)).Classifier;
        var texts = ReadExamples.Run(test, "text", "label").Select(e => e.Text).ToList();
        var expected = PredictTypes.Run(classifier, texts);

        foreach (var change in Changes)
        {
            var changed = PredictTypes.Run(classifier, [.. texts.Select(change)]);
            var same = expected.Zip(changed).Count(p => p.First.Label == p.Second.Label);
            Assert.InRange(same, 0.999 * texts.Count, texts.Count);
        }
    }

    static readonly Func<string, string>[] Changes =
    [
        t => t.ToUpper(TurkishText.Culture),
        t => t.ToLower(TurkishText.Culture),
        t => TurkishText.Culture.TextInfo.ToTitleCase(t.ToLower(TurkishText.Culture)),
        t => t.Normalize(NormalizationForm.FormD),
    ];

    (string Train, string Test) Split()
    {
        using var csv = CsvDataReader.Create(TestData.Find("text/municipal_complaints_sikayetvar_8class.csv"));
        var rows = new List<(string Split, string Text, string Label)>();
        while (csv.Read()) rows.Add((csv.GetString(1), csv.GetString(4), csv.GetString(3)));
        return (Write("train"), Write("validation"));

        string Write(string split)
        {
            var file = Path.Combine(folder, $"{split}.csv");
            File.WriteAllLines(file, ["text,label", .. rows.Where(r => r.Split == split).Select(r => $"{Quote(r.Text)},{Quote(r.Label)}")]);
            return file;
        }
    }

    static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
