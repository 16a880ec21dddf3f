using AcikKapi.Analytics.Classification;
using AcikKapi.Domain.Classification;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class LabelApplicationsTests
{
    [Fact]
    public void ApplicationsWithoutType_GetOneOrAnAbstention()
    {
        using var small = Filled();

        var step = LabelApplications.Run(small.Paths, small.AsOf, seed: 1);

        Assert.Equal("label", step.Step);
        Assert.True(step.RowsIn > 100);
        Assert.Equal(step.RowsIn, Count(small, "from labels"));
        Assert.Equal(step.RowsOut, Count(small, "from labels where type_code is not null"));
        Assert.InRange(step.RowsOut, step.RowsIn / 2, step.RowsIn);
        Assert.Equal(0, Count(small, "from labels join raw_applications using (province_code, application_id) where raw_applications.type_code is not null"));
    }

    [Fact]
    public void TopicThatPeopleDecide_IsNeverLabelled()
    {
        using var small = Filled(); // SAG-02, treatment and surgery, has as many examples as the others

        LabelApplications.Run(small.Paths, small.AsOf, seed: 1);

        Assert.Equal(0, Count(small, "from labels where type_code = 'SAG-02'"));
    }

    [Fact]
    public void SecondRunOfANight_WritesTheSameBytes()
    {
        using var small = Filled();
        LabelApplications.Run(small.Paths, small.AsOf, seed: 1);
        var first = File.ReadAllBytes(LabelsOf(small, small.AsOf));

        LabelApplications.Run(small.Paths, small.AsOf, seed: 1);

        Assert.Equal(first, File.ReadAllBytes(LabelsOf(small, small.AsOf)));
    }

    [Fact]
    public void NextNight_LooksOnlyAtWhatIsNew()
    {
        using var small = Filled();
        LabelApplications.Run(small.Paths, small.AsOf, seed: 1);

        var next = LabelApplications.Run(small.Paths, small.AsOf.AddDays(1), seed: 1);

        Assert.Equal(0, next.RowsIn);
        Assert.Single(Directory.GetDirectories(small.Paths.Models));
    }

    [Fact]
    public void SameExamples_MakeTheSameModel()
    {
        using var small = Filled();
        using var again = Filled();

        Assert.Equal(
            TrainClassifier.Run(small.Paths, small.AsOf, seed: 1)!.Version, TrainClassifier.Run(again.Paths, again.AsOf, seed: 1)!.Version);
    }

    [Fact]
    public void ApplicationsNumberedAnew_MakeTheSameModel()
    {
        using var small = Filled();
        using var again = Filled();
        Execute(again, "update raw_applications set application_id = 1000000 - application_id");

        Assert.Equal(
            TrainClassifier.Run(small.Paths, small.AsOf, seed: 1)!.Version, TrainClassifier.Run(again.Paths, again.AsOf, seed: 1)!.Version);
    }

    /// <summary>What officers set right is what the next model learns: it says their type where the first knew nothing of the matter.</summary>
    [Fact]
    public void OfficersCorrections_ReachTheNextModel()
    {
        using var small = Filled();
        var next = small.AsOf.AddDays(31); // by then the model is old
        Execute(small, "update raw_applications set type_code = null, scrubbed_text = 'karekod okuyucu turnikede bozuk ' || application_id where application_id % 30 = 0");
        LabelApplications.Run(small.Paths, small.AsOf, seed: 1);
        var asIfKnown = CountAt(small, small.AsOf);

        Execute(small, "update raw_applications set type_code = 'TIC-01' where application_id % 30 = 0 and application_id % 60 = 0");
        LabelApplications.Run(small.Paths, next, seed: 1);

        Assert.Equal(0, asIfKnown);
        Assert.InRange(CountAt(small, next), 40, 60);

        static long CountAt(SmallWarehouse small, DateOnly night)
        {
            using var labels = DuckDb.Open(":memory:");
            return labels.Count($"select count(*) from read_parquet({DuckDb.Quote(LabelsOf(small, night))}) where type_code = 'TIC-01' and application_id % 30 = 0");
        }
    }

    static void Execute(SmallWarehouse small, string statement)
    {
        using var raw = RawStore.Open(small.Paths);
        raw.Execute(statement);
    }

    [Fact]
    public void TermOfFewerThanTenPersons_IsNotLearned()
    {
        var texts = Enumerable.Range(0, 30)
            .Select(i => new LabelledText(i < 12 ? "sokak lambası çalgamaz" : "sokak lambası", "A", i < 12 ? $"{i % 9}" : $"{i}")).ToList();

        var known = LearnTerms.Run(texts, fewestPersons: 10, most: 1000).Terms.ToHashSet();

        Assert.Contains(Term("lambası"), known);
        Assert.DoesNotContain(Term("çalgamaz"), known);
    }

    [Fact]
    public void NoExamples_LabelNothing()
    {
        using var small = SmallWarehouse.FillRaw(200);
        using (var raw = RawStore.Open(small.Paths)) raw.Execute("update raw_applications set type_code = null");

        Assert.Equal(0, LabelApplications.Run(small.Paths, small.AsOf, seed: 1).RowsOut);
        Assert.True(File.Exists(LabelsOf(small, small.AsOf)));
    }

    // The longest piece of a word has five letters: the word itself is the only term that its own features share with no other word's.
    static ulong Term(string word) => new TurkishFeatures().Count(word).Keys.First();

    static string LabelsOf(SmallWarehouse small, DateOnly night) => Path.Combine(small.Paths.Labels, $"{WarehousePaths.Name(night)}.parquet");

    static long Count(SmallWarehouse small, string what)
    {
        using var raw = RawStore.Open(small.Paths);
        raw.Execute($"create temp view labels as select * from read_parquet({DuckDb.Quote(LabelsOf(small, small.AsOf))})");
        return raw.Count($"select count(*) {what}");
    }

    // The text tells the topic by two words in three; four in ten came without a type.
    static SmallWarehouse Filled()
    {
        var small = SmallWarehouse.FillRaw(3000);
        using var raw = RawStore.Open(small.Paths);
        raw.Execute("""
            update raw_applications
            set
              scrubbed_text = case type_code
                  when 'SAG-02' then 'ameliyat için hastaneden gün verilmiyor' when 'ULA-01' then 'köy yolumuz bozuk asfalt istiyoruz'
                  when 'YER-01' then 'mahallemizde çöpler toplanmıyor' when 'TAR-01' then 'tarla için mazot desteği alamadım'
                  else 'kira ve gıda yardımı istiyorum' end || ' ' || (application_id % 97) || ' gündür bekliyorum',
              type_code = case when application_id % 10 < 4 then null
                  when type_code in ('SAG-02', 'ULA-01', 'YER-01', 'TAR-01') then type_code else 'SOS-01' end
            """);
        return small;
    }
}
