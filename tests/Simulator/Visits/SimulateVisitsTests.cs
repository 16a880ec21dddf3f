using AcikKapi.Domain;
using AcikKapi.Simulator;
using AcikKapi.Tests.Intake;
using AcikKapi.Tests.Simulator.Story;
using Npgsql;
using Xunit;

namespace AcikKapi.Tests.Simulator.Visits;

public sealed class SimulateVisitsTests
{
    static readonly StoryPlan Plan = StoryPlan.For(StoryScale.Province, 76, 1, 3_000, 300, 1, TellStory.Until);

    [Fact]
    public async Task PostedApplications_StandAsTheirStoryTells()
    {
        await using var intake = await RunningIntake.WithAsync(demo: true);
        var tokens = new Dictionary<int, string>();
        foreach (var province in Plan.Visits.Provinces) tokens[province] = await intake.AddStaffAsync("coordinator", $"{province}");
        await using (var owner = NpgsqlDataSource.Create(intake.Database.Owner))
            await SimulateHistory.RunAsync(Plan.History, owner, intake.Database.Keys, null, TestContext.Current.CancellationToken);

        var result = await SimulateVisits.RunAsync(Plan.Visits, intake.Http.BaseAddress!, tokens, null, TestContext.Current.CancellationToken);

        Assert.Equal(300, result.Accepted);
        Assert.True(result.Steps > 300);
        Assert.Equal(3_300, await intake.ScalarAsync<long>("select count(*) from intake.applications where origin = 'simulated'"));
        Assert.Equal(result.Refused > 0, await intake.ScalarAsync<long>("select count(*) from intake.refusals") > 0);
        var told = TellStory.Of(Plan).Where(a => a.Position >= 3_000 && !a.Confidential).GroupBy(a => a.Status, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (long)g.Count());
        foreach (var (status, count) in told)
            Assert.Equal(count, await intake.ScalarAsync<long>(
                "select count(*) from intake.applications a where application_id > 3000 and not confidential and status = @status", new { status }));
    }

    [Fact]
    public async Task WithoutAToken_ItSaysOfWhichProvince()
    {
        var refused = await Assert.ThrowsAsync<UserError>(() =>
            SimulateVisits.RunAsync(Plan.Visits, new Uri("http://127.0.0.1:1/"), new Dictionary<int, string>(), null, TestContext.Current.CancellationToken));
        Assert.Contains("4", refused.Message, StringComparison.Ordinal);
    }
}
