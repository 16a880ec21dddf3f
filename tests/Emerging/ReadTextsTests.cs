using AcikKapi.Analytics.Detection;
using AcikKapi.Analytics.Emerging;
using AcikKapi.Domain;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Emerging;

public sealed class ReadTextsTests
{
    const string Background = """
        update raw_applications set
          type_code = if(application_id % 2 = 0, null, type_code),
          scrubbed_text = array_to_string(list_transform(range(1, 11), lambda i:
            ['yol', 'asfalt', 'lamba', 'çöp', 'elektrik', 'otobüs', 'durak', 'park', 'ağaç', 'kaldırım', 'köpek', 'gürültü', 'ruhsat', 'pazar', 'köprü', 'tabela']
              [strpos('0123456789abcdef', md5(application_id::varchar)[i])]), ' ')
        """;

    const string Planted = """
        update raw_applications set person_key = 'gönderen' || application_id, scrubbed_text = 'kene ' || scrubbed_text
        where type_code is null and received_at > timestamptz '2026-10-10 00:00:00+03'
        """;

    [Fact]
    public void PlantedSubject_IsFlaggedAndToldInBothReleases()
    {
        using var small = SmallWarehouse.Build();
        Execute(small, Background, Planted);

        var step = ReadTexts.Run(small.Paths, small.AsOf, seed: 1);
        FlagProblems.Run(small.Paths, small.AsOf);
        Publish.Run(small.Paths, small.AsOf);

        Assert.Equal(("texts", 1L), (step.Step, step.RowsOut));
        var flag = Assert.Single(ReadFlags.Run(small.Paths, small.AsOf), f => f.Detector == "emerging_topic");
        Assert.Equal(("group", "TR", "word:kene"), (flag.Level, flag.ScopeCode, flag.GroupCode));
        Assert.StartsWith("Türkiye genelinde “kene” sözü geçen türü bulunamayan başvuru son 4 haftada beklenen", flag.Sentence, StringComparison.Ordinal);
        foreach (var file in (string[])[small.Paths.Published, small.Paths.Ministry])
        {
            Assert.Equal(["kene 0"], DuckDbRows.Read(file, "select words || ' ' || (persons % 5)::varchar from pub_emerging"));
            Assert.Contains("“kene” sözü geçen", Assert.Single(DuckDbRows.Read(file, "select sentence from pub_flags where detector = 'emerging_topic'")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NothingNew_LeavesTheTablesEmptyAndASecondRunReplacesTheFirst()
    {
        using var small = SmallWarehouse.Build();
        Execute(small, Background, Planted);
        ReadTexts.Run(small.Paths, small.AsOf, seed: 1);
        Execute(small, Background);

        Assert.Equal(0, ReadTexts.Run(small.Paths, small.AsOf, seed: 1).RowsOut);

        using var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf), readOnly: true);
        Assert.Equal(0, warehouse.Count("select (select count(*) from mart_emerging) + (select count(*) from mart_petitions) + (select count(*) from mart_drift)"));
    }

    [Fact]
    public void NothingBuilt_NamesTheCommand()
    {
        var paths = new WarehousePaths(Path.Combine(Path.GetTempPath(), "acikkapi-nowhere"));
        Assert.Contains("./acikkapi build", Assert.Throws<UserError>(() => ReadTexts.Run(paths, new DateOnly(2026, 10, 31), seed: 1)).Message, StringComparison.Ordinal);
    }

    static void Execute(SmallWarehouse small, params string[] statements)
    {
        using var raw = RawStore.Open(small.Paths);
        foreach (var statement in statements) raw.Execute(statement);
    }
}
