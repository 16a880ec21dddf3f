using AcikKapi.Analytics.Detection;
using Xunit;

namespace AcikKapi.Tests.Detection;

/// <summary>For each detector: a planted problem is found, and the world as it is raises none of it.</summary>
public sealed class DetectorTests(PlantedWarehouse world) : IClassFixture<PlantedWarehouse>
{
    [Fact]
    public void UnitThatIsLate_IsFoundByItsOverdueShare()
    {
        var flag = Assert.Single(
            world.Flags(new OverdueShare(), EveryFourthLate, "update fct_stages set is_unit_overdue = true where unit_code = '34-SOS' and event_code = 'routed' and due_on >= date '2026-08-01' and due_on <= date '2026-10-31'"),
            f => f.Level == "unit");

        Assert.Equal(("34-SOS", 34, "Birim SOS"), (flag.UnitCode, flag.ProvinceCode, flag.UnitName));
        Assert.True(flag.Observed > flag.High && flag.Expected < flag.Observed);
    }

    [Fact]
    public void UnitThatSlowsDown_IsFoundWithItsMedians()
    {
        // Whatever was routed in the last eight weeks and answered is still open.
        var flag = Assert.Single(
            world.Flags(new SlowAnswering(), "update fct_stages set next_on = null, unit_answered_on = null where unit_code = '34-SOS' and on_date >= date '2026-09-06' and event_code = 'routed'"),
            f => f.Level == "unit");

        Assert.Equal("34-SOS", flag.UnitCode);
        Assert.True(flag.Observed < flag.Low);
        Assert.StartsWith("Ortanca cevap süresi önceki yıl", flag.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void UnitWhoseAnswersDoNotHold_IsFoundByReopenings()
    {
        var flag = Assert.Single(world.Flags(new Reopening(), Reopened), f => f.Level == "unit");

        Assert.Equal("34-SOS", flag.UnitCode);
    }

    [Fact]
    public void PeopleWhoComeAgain_AreFoundByRepetition() =>
        Assert.Contains(world.Flags(new Repetition(), """
            insert into fct_applications
            select * replace (application_id + 5000000 as application_id, answered_on + 3 as received_on, null as answered_on, '-' as unit_code)
            from fct_applications
            where unit_code = '34-SOS' and answered_on between date '2026-08-02' and date '2026-10-20' and person_key is not null
            """), f => f is { ProvinceCode: 34 });

    [Fact]
    public void TwoUnitsThatSendCasesBack_ArePingPong()
    {
        var flag = Assert.Single(world.Flags(new PingPong(), """
            insert into fct_stages
            select * replace (event_no + 100 as event_no, 'rerouted' as event_code, '34-IMR' as unit_code)
            from fct_stages where unit_code = '34-SOS' and event_code = 'routed' and on_date between date '2026-08-10' and date '2026-10-20' and application_id % 2 = 0
            """, """
            insert into fct_stages
            select * replace (event_no + 100 as event_no, '34-SOS' as unit_code, on_date + 4 as on_date) from fct_stages where unit_code = '34-IMR' and event_no > 100
            """, "update fct_applications set hops = 2 where application_id in (select application_id from fct_stages where event_no > 200)"));

        Assert.Equal(("34-IMR", "unit:34-SOS"), (flag.UnitCode, flag.GroupCode));
        Assert.Contains("iş günü yitirildi", flag.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void ProvinceThatRejectsMore_IsFound() =>
        Assert.Contains(
            world.Flags(new MissingInformation(), "update fct_applications set outcome_code = 'rejected' where province_code = 36 and received_on >= date '2026-08-02' and application_id % 3 = 0"),
            f => f is { Level: "province", ProvinceCode: 36 });

    [Fact]
    public void RejectionsBecauseACourtHasTheMatter_TellOfNoForm() =>
        Assert.DoesNotContain(
            world.Flags(new MissingInformation(), """
                update fct_applications set outcome_code = 'rejected' where province_code = 36 and received_on >= date '2026-08-02' and application_id % 3 = 0
                """, """
                insert into fct_rejections
                select province_code, application_id, 99, received_on, 'before_a_court', false from fct_applications where province_code = 36 and outcome_code = 'rejected'
                """),
            f => f.ProvinceCode == 36);

    [Fact]
    public void ProvinceWithLowMarks_IsFound() =>
        Assert.Contains(
            world.Flags(new LowSatisfaction(), "update fct_applications set satisfaction = 1 where province_code = 36 and satisfaction is not null"),
            f => f is { Level: "province", ProvinceCode: 36 });

    [Fact]
    public void GroupThatWaitsLonger_IsFoundWithItsRateRatio()
    {
        var flags = world.Flags(new Disparity(), """
            update fct_clocks set is_overdue = true where due_on between date '2026-05-03' and date '2026-10-31' and application_id % 3 = 0 and application_id in (
              select application_id from fct_applications join dim_demographic using (demographic_key) where age_band_code = '65+')
            """);

        var flag = Assert.Single(flags, f => f.ProvinceCode is null);
        Assert.Equal(("group", "overdue|age:65+"), (flag.Level, flag.GroupCode));
        Assert.Contains("kat (%95 olasılıkla", flag.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void BureauWithoutRows_IsSilentAndNoGoodPractice()
    {
        const string silence = "delete from fct_applications where bureau_code = '36' and received_on >= date '2026-09-28'";

        var flag = Assert.Single(world.Flags(new SilentBureau(), silence));

        Assert.Equal((36, 0L, "problem"), (flag.ProvinceCode, flag.Observed, flag.Direction));
        Assert.DoesNotContain(world.Flags(new GoodPractice(), silence, InTime("36")), f => f.ProvinceCode == 36);
        Assert.Empty(world.Flags(new SilentBureau(), silence, "update dim_bureau set closed_on = date '2026-09-27' where bureau_code = '36'"));
    }

    [Fact]
    public void UnitThatIsInTime_IsGoodPracticeUnlessItsAnswersAreReopened()
    {
        var flags = world.Flags(new GoodPractice(), EveryFourthLate, InTime("34"));

        Assert.Contains(flags, f => f is { UnitCode: "34-SOS", Direction: "good_practice" });
        Assert.DoesNotContain(world.Flags(new GoodPractice(), EveryFourthLate, InTime("34"), Reopened), f => f.UnitCode == "34-SOS");
    }

    [Fact]
    public void NothingPlanted_HardlyAnythingIsFlagged()
    {
        Assert.InRange(world.Flags([.. BadInputTests.All.Where(d => d.Kind != DetectorKind.GoodPractice)], world.AsOf).Count, 0, 1);
    }

    // The small warehouse has a province that is slow by itself: here all are alike.
    const string EveryFourthLate = "update fct_stages set is_unit_overdue = application_id % 4 = 0 where event_code in ('routed', 'rerouted') and due_on between date '2026-05-01' and date '2026-10-31'";

    const string Reopened = """
        insert into fct_clocks
        select * replace (clock_no + 1 as clock_no, true as is_current, null as answered_on)
        from fct_clocks where unit_code = '34-SOS' and answered_on between date '2026-05-03' and date '2026-10-25' and clock_no = 1 and application_id % 2 = 0
          and (province_code, application_id) not in (select (province_code, application_id) from fct_clocks where clock_no > 1)
        """;

    static string InTime(string province) => $"update fct_stages set is_unit_overdue = false where province_code = {province} and unit_code = '{province}-SOS'";
}
