using AcikKapi.Analytics.Detection;
using AcikKapi.Domain;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Detection;

public sealed class FlagProblemsTests
{
    [Fact]
    public void PlantedRise_StandsInTheTableAndTheKeptFile()
    {
        using var small = SmallWarehouse.Build();
        Plant(small, 120);

        var step = FlagProblems.Run(small.Paths, small.AsOf);
        var flags = ReadFlags.Run(small.Paths, small.AsOf);

        Assert.Equal("flag", step.Step);
        Assert.Equal(flags.Count, step.RowsOut);
        var flag = Assert.Single(flags, f => f.Level == "province" && f.TypeCode == "SOS-04");
        using (var written = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf), readOnly: true))
            Assert.Equal(1, written.Count($"select count(*) from flag_drivers where flag_id = {DuckDb.Quote(flag.FlagId)} and dimension = 'district' and code = '1447' and share > 0.5"));
        Assert.Equal(("sudden_rise", "problem", "36", "il:36"), (flag.Detector, flag.Direction, flag.PlaceCode, flag.ScopeCode));
        Assert.Equal(new DateOnly(2026, 10, 25), flag.WindowEnd);
        Assert.True(flag.Observed > flag.High && flag.Low <= flag.Expected && flag.Ratio > 2);
        Assert.StartsWith("Kars'ta 'Kira ve barınma yardımı' başvuruları", flag.Sentence, StringComparison.Ordinal);
        using var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf), readOnly: true);
        Assert.Equal(flags.Count, warehouse.Count("select count(*) from flags where as_of = date '2026-10-31'"));
    }

    [Fact]
    public void SecondRun_ChangesNothing()
    {
        using var small = SmallWarehouse.Build();
        Plant(small, 60);
        FlagProblems.Run(small.Paths, small.AsOf);
        var first = ReadFlags.Run(small.Paths, small.AsOf);

        FlagProblems.Run(small.Paths, small.AsOf);

        Assert.Equal(first, ReadFlags.Run(small.Paths, small.AsOf));
    }

    [Fact]
    public void QuietWarehouse_HasNoFlagButOfTheProvinceThatIsSlowByItself()
    {
        using var small = SmallWarehouse.Build();

        FlagProblems.Run(small.Paths, small.AsOf);

        Assert.All(ReadFlags.Run(small.Paths, small.AsOf), f => Assert.Equal("4", f.PlaceCode));
    }

    [Fact]
    public void NothingBuilt_NamesTheCommand()
    {
        var paths = new WarehousePaths(Path.Combine(Path.GetTempPath(), "acikkapi-nowhere"));

        Assert.Contains("./acikkapi build", Assert.Throws<UserError>(() => FlagProblems.Run(paths, new DateOnly(2026, 10, 31))).Message, StringComparison.Ordinal);
        Assert.Contains("./acikkapi nightly", Assert.Throws<UserError>(() => ReadFlags.Run(paths, null)).Message, StringComparison.Ordinal);
        Assert.Contains("--as-of 2026-10-31", Assert.Throws<UserError>(() => ReadFlags.Run(paths, new DateOnly(2026, 10, 31))).Message, StringComparison.Ordinal);
    }

    // In the last four ended weeks, in Kars.
    static void Plant(SmallWarehouse small, int applications)
    {
        using var warehouse = DuckDb.Open(small.Paths.BuildingWarehouse(small.AsOf));
        warehouse.Execute(FormattableString.Invariant($"""
            insert into fct_applications
            select a.* replace (
              9000000 + i as application_id, 36 as province_code, 1447 as district_code, 'SOS' as heading_code,
              'SOS-04' as type_code, date '2026-09-28' + (i % 28)::integer as received_on)
            from (select * from fct_applications limit 1) as a, generate_series(1, {applications}) as n (i)
            """));
    }
}
