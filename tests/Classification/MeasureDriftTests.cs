using AcikKapi.Analytics.Classification;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class MeasureDriftTests
{
    [Fact]
    public void Index_IsTheSumOverCells()
    {
        // Shares 0.6 and 0.4 against 0.5 and 0.5: 0.1 ln 1.2 + (-0.1) ln 0.8 = 0.0405; half a text in each cell shifts it by less than 0.001.
        var (psi, critical) = MeasureDrift.Of([(600, 500), (400, 500)]);
        Assert.Equal(0.0405, psi, 0.001);
        Assert.Equal(3.8415 * 2 / 1000, critical, 1e-5);
    }

    [Theory, InlineData(0, 10), InlineData(10, 0)]
    public void EmptySide_SaysNothing(int recent, int before) => Assert.Equal((0, 0), MeasureDrift.Of([(recent, before), (recent, before)]));

    [Fact]
    public void SameMixBySampling_ExceedsTheCriticalValueOnceInTwenty()
    {
        var random = new Random(1);
        Assert.InRange(Enumerable.Range(0, 1000).Count(_ =>
        {
            var (psi, critical) = MeasureDrift.Of([.. Draw(random, 500).Zip(Draw(random, 2000))]);
            return psi > critical;
        }), 20, 90);
    }

    [Fact]
    public void WarehouseWithoutModel_HasNoDrift()
    {
        using var small = SmallWarehouse.FillRaw(200);
        Assert.Null(MeasureDrift.Run(small.Paths, small.AsOf, seed: 1));
    }

    [Fact]
    public void NewSubjectInTheLastWeeks_IsADrift()
    {
        using var small = SmallWarehouse.FillRaw(3000);
        using (var raw = RawStore.Open(small.Paths))
            raw.Execute("""
                update raw_applications
                set
                  scrubbed_text = case when application_id % 3 = 0 then 'köy yolumuz bozuk asfalt istiyoruz' else 'mahallemizde çöpler toplanmıyor' end || ' ' || (application_id % 97) || ' gündür bekliyorum',
                  type_code = case when application_id % 10 < 4 then null when application_id % 3 = 0 then 'ULA-01' else 'YER-01' end
                """);
        LabelApplications.Run(small.Paths, small.AsOf, seed: 1);
        Assert.False(MeasureDrift.Run(small.Paths, small.AsOf, seed: 1)!.HasDrifted);

        using (var raw = RawStore.Open(small.Paths))
            raw.Execute($"update raw_applications set received_at = timestamptz '{WarehousePaths.Name(small.AsOf.AddDays(-3))} 09:00:00+03' where type_code is null and application_id % 3 = 0");

        var drift = MeasureDrift.Run(small.Paths, small.AsOf, seed: 1)!;
        Assert.True(drift.HasDrifted, drift.ToString());
    }

    static int[] Draw(Random random, int texts)
    {
        var cells = new int[5];
        for (var i = 0; i < texts; i++) cells[random.Next(5)]++;
        return cells;
    }
}
