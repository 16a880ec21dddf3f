using Xunit;

namespace AcikKapi.Tests.Ingest;

public sealed class VerdictsTests
{
    [Fact]
    public async Task Decisions_AreLandedWithoutWhatWasWrittenOrByWhom()
    {
        await using var world = await IngestWorld.CreateAsync();
        await world.ExecuteAsync("""
            insert into intake.found_flags values ('F', 76, 'il:76', 'problem', 'sudden_rise', 'Arttı.', '2026-10-01', '2026-10-20');
            insert into intake.verdicts (flag_id, province_code, verdict_code, measure_code, measured_on, note_tr, role_code, given_by)
            values ('F', 76, 'confirmed', 'staff', '2026-10-10', 'Ayşe ile konuşuldu', 'analyst', '\x00')
            """);
        await world.LoadAsync();
        Assert.Equal(["F 76 confirmed ∅ staff 2026-10-10 analyst"],
            world.Raw("select flag_id, province_code, verdict_code, reason_code, measure_code, measured_on, role_code from raw_verdicts"));
        Assert.DoesNotContain("note_tr", world.Raw("select column_name from duckdb_columns() where table_name = 'raw_verdicts'"));
        Assert.Equal(["6 10000"], world.Raw("select count(*), sum(weight_hundredths) from raw_criteria"));
    }
}
