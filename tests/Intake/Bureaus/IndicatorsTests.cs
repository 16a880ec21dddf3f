using System.Net;
using Xunit;

namespace AcikKapi.Tests.Intake.Bureaus;

/// <summary>Rule 9: an officer's figures, under a pseudonym, are the own coordinator's alone.</summary>
public sealed class IndicatorsTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task Coordinator_SeesTheOwnTeamUnderPseudonyms()
    {
        var (coordinator, member, stranger) = (await intake.AddStaffAsync("coordinator", "76"), await intake.AddStaffAsync("desk", "76"), await intake.AddStaffAsync("desk", "76"));
        await intake.ExecuteAsync("insert into intake.bureau_team (province_code, bureau_code, staff_id, duty, is_coordinator, from_on) values (76, '76', @staff, 'Banko', false, '2026-01-01')", new { staff = await intake.StaffIdAsync(member) });
        foreach (var token in new[] { member, stranger })
            await intake.ExecuteAsync("""
                insert into intake.officer_indicators (province_code, pseudonym, role_code, as_of, days, cases, answers, late_answers, expected_late_answers, reopened_answers, expected_reopened_answers)
                select 76, pseudonym, 'desk', '2026-10-31', 91, 40, 30, 3, 2.5, 1, 0.5 from intake.staff where staff_id = @staff
                """, new { staff = await intake.StaffIdAsync(token) });

        var (status, json) = await intake.AskAsync(HttpMethod.Get, "/v1/bureaus/indicators", token: coordinator);
        Assert.Equal(HttpStatusCode.OK, status);
        var row = Assert.Single(json!.AsArray())!;
        Assert.Equal(8, ((string)row["pseudonym"]!).Length);
        // Weights 30 and 20: 100·exp(0.6·ln(3/3.5) + 0.4·ln(1/1.5)).
        Assert.Equal(78, (int)row["index100"]!);
        Assert.Equal((40, 3, 2.5), ((int)row["cases"]!, (int)row["lateAnswers"]!, (double)row["expectedLateAnswers"]!));
    }

    [Theory]
    [InlineData("executive", "76")]
    [InlineData("desk", "76")]
    [InlineData("analyst", "76")]
    public async Task AnybodyElse_IsRefused(string role, string place) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.AskAsync(HttpMethod.Get, "/v1/bureaus/indicators", token: await intake.AddStaffAsync(role, place))).Status);

    [Fact]
    public async Task AnotherPlacesCoordinator_SeesNothing() =>
        Assert.Empty((await intake.AskAsync(HttpMethod.Get, "/v1/bureaus/indicators", token: await intake.AddStaffAsync("coordinator", "34"))).Json!.AsArray());

    [Fact]
    public async Task WithoutToken_Is401() => Assert.Equal(HttpStatusCode.Unauthorized, (await intake.AskAsync(HttpMethod.Get, "/v1/bureaus/indicators")).Status);
}
