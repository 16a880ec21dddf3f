using System.Net;
using System.Text.Json.Nodes;
using AcikKapi.Analytics.Classification;
using AcikKapi.Domain.Calendar;
using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Reference;
using AcikKapi.Intake.Suggestions;
using AcikKapi.Tests.Intake.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace AcikKapi.Tests.Intake.Suggestions;

/// <summary>Suggestions of a published model in a running intake, by its address and on its pages.</summary>
public sealed class SuggestTypesOfTextTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("acikkapi-type-model-").FullName;
    RunningIntake intake = null!;

    string File => Path.Combine(folder, "type-model.bin");

    static DateOnly Today => IstanbulTime.DayOf(DateTime.UtcNow);

    // Tomorrow too: a test may run over midnight.
    static readonly District Seeing = Vocabulary.Current.Districts.First(d => !BlindArm.Holds(d.ProvinceCode, d.Code, Today) && !BlindArm.Holds(d.ProvinceCode, d.Code, Today.AddDays(1)));
    static readonly District Blind = Vocabulary.Current.Districts.First(d => BlindArm.Holds(d.ProvinceCode, d.Code, Today) && BlindArm.Holds(d.ProvinceCode, d.Code, Today.AddDays(1)));

    public async ValueTask InitializeAsync() =>
        intake = await RunningIntake.WithAsync(more: services => services.AddSingleton(new TypeModel(File, NullLogger<TypeModel>.Instance)));

    [Fact]
    public async Task ModelThatComesWhileTheServerRuns_IsNoticedAndSoIsTheNext()
    {
        Assert.Empty((await AskAsync("su kesik", Seeing)).Suggestions);

        Publish("SAG-01", "YER-01");
        var first = await AskAsync("Mahallemizde ÇÖPLER toplanmıyor", Seeing);
        Assert.Equal("YER-01", first.Suggestions[0]);
        Assert.Equal(["çöpler", "mahallemizde", "toplanmıyor"], first.Words.Order(StringComparer.Create(new("tr-TR"), false)));

        await System.IO.File.WriteAllTextAsync(File, "not a model", TestContext.Current.CancellationToken); // the last one stays
        Assert.Equal("YER-01", (await AskAsync("çöpler toplanmıyor", Seeing)).Suggestions[0]);

        Publish("SAG-01", "TAR-01");
        Assert.Equal("TAR-01", (await AskAsync("çöpler toplanmıyor", Seeing)).Suggestions[0]);
    }

    [Fact]
    public async Task DistrictOnItsBlindDay_SeesNoneAndIsToldWhy()
    {
        Publish("SAG-01", "YER-01");
        var (suggestions, _, sentence) = await AskAsync("çöpler toplanmıyor", Blind);
        Assert.Empty(suggestions);
        Assert.Contains("bugün öneri gösterilmiyor", sentence, StringComparison.Ordinal);
    }

    [Theory, InlineData("!?… 👍"), InlineData("qqq xxx")]
    public async Task TextOfUnknownWords_GetsNone(string text)
    {
        Publish("SAG-01", "YER-01");
        var (suggestions, _, sentence) = await AskAsync(text, Seeing);
        Assert.Empty(suggestions);
        Assert.Contains("anlaşılamadı", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongQuestion_IsRefusedFieldByField()
    {
        var (status, json) = await intake.AskAsync(HttpMethod.Post, "/v1/type-suggestions", """{"text":"","location":{"provinceCode":99}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["location.provinceCode", "text"], json!["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CitizensPage_OffersThemWithTheWordsThatDecided()
    {
        Publish("SAG-01", "YER-01");
        var text = PageClient.Text((await new PageClient(intake).PostAsync("/basvuru", ("adim", "yer"), ("idempotencyKey", Guid.NewGuid().ToString()), ("kind", "complaint"), ("subject", "Çöp"), ("text", "Çöpler toplanmıyor"),
            ("location.provinceCode", $"{Seeing.ProvinceCode}"), ("location.districtCode", $"{Seeing.Code}"))).Body);
        Assert.Contains($"{Vocabulary.Current.Types["YER-01"].NameTr} (%", text, StringComparison.Ordinal);
        Assert.Contains("Belirleyen sözcükler: ", text, StringComparison.Ordinal);
        Assert.Contains("çöpler", text, StringComparison.Ordinal);
    }

    async Task<(string[] Suggestions, string[] Words, string Sentence)> AskAsync(string text, District where)
    {
        var question = new JsonObject { ["text"] = text, ["location"] = new JsonObject { ["provinceCode"] = where.ProvinceCode, ["districtCode"] = where.Code } };
        var (status, json) = await intake.AskAsync(HttpMethod.Post, "/v1/type-suggestions", question.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, status);
        var all = json!["suggestions"]!.AsArray();
        return ([.. all.Select(s => (string)s!["typeCode"]!)], [.. all.Take(1).SelectMany(s => s!["words"]!.AsArray()).Select(w => (string)w!)], (string)json["sentence"]!);
    }

    // As the night does: whole, by a rename.
    void Publish(string doctors, string rubbish)
    {
        var examples = Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? new LabelledText("hastaneden randevu alamıyorum doktor yok", doctors, $"{i}") : new LabelledText("mahallemizde çöpler toplanmıyor koku var", rubbish, $"{i}"));
        using (var stream = System.IO.File.Create(File + ".unfinished")) ModelFile.Write(TrainModel.Run([.. examples], new TrainingPlan(1, 10)).Classifier, stream);
        System.IO.File.Move(File + ".unfinished", File, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await intake.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
