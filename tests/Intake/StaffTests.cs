using System.Net;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class StaffTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Theory]
    [InlineData("desk_oral")]
    [InlineData("desk_written")]
    [InlineData("call_center")]
    public async Task StaffChannelWithoutToken_Gets401(string channel)
    {
        foreach (var token in new[] { null, "bm90IGEgdG9rZW4" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await intake.SubmitAsync(Bodies.With("channel", $"\"{channel}\""), token: token)).StatusCode);
    }

    [Fact]
    public async Task DeskOfThePlace_IsAcceptedAndNamedByPseudonymOnly()
    {
        var number = await intake.AcceptedAsync(Bodies.With("channel", "\"desk_oral\""), await AddByCommandAsync("desk", "76"));
        Assert.Equal("desk 17", await intake.ScalarAsync<string>("select actor_role_code || ' ' || length(actor_pseudonym) from intake.application_events join intake.applications using (province_code, application_id) where tracking_number = @number", new { number }));
    }

    [Theory]
    [InlineData("desk", "34")]
    [InlineData("desk", "76-1142")]
    [InlineData("analyst", "76")]
    [InlineData("executive", "76")]
    public async Task OtherPlaceOrRole_Gets403(string role, string place)
    {
        var response = await intake.SubmitAsync(Bodies.With("channel", "\"desk_oral\""), token: await intake.AddStaffAsync(role, place));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task DisabledAccount_Gets401AndTheListShowsNoSecret()
    {
        var token = await AddByCommandAsync("coordinator", "6");
        var environment = RunningIntake.Environment(intake.Database);
        var list = (await Programs.RunAsync("AcikKapi.Intake", ["staff", "list"], environment)).Output;
        var account = list.Split('\n').Single(line => line.Contains("\tcoordinator\t6\t", StringComparison.Ordinal));
        Assert.DoesNotContain(token, list, StringComparison.Ordinal);

        var desk = Bodies.Valid(6, 1872);
        desk["channel"] = "desk_written";
        await intake.AcceptedAsync(desk, token);
        await Programs.RunAsync("AcikKapi.Intake", ["staff", "disable", account.Split('\t')[0]], environment);
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.SubmitAsync(desk, token: token)).StatusCode);
    }

    [Fact]
    public async Task UnknownPlaceUnitOrAccount_IsOneSentenceAndExit1()
    {
        var environment = RunningIntake.Environment(intake.Database);
        foreach (var arguments in new string[][] { ["add", "--role", "desk", "--place", "99"], ["add", "--role", "liaison", "--place", "76", "--unit", "none"], ["disable", Guid.NewGuid().ToString()], ["add", "--role", "desk"] })
        {
            var result = await Programs.TryRunAsync("AcikKapi.Intake", ["staff", .. arguments], environment);
            Assert.Equal(1, result.ExitCode);
            Assert.Single(result.Errors.Trim().Split('\n'));
        }
    }

    async Task<string> AddByCommandAsync(string role, string place) =>
        (await Programs.RunAsync("AcikKapi.Intake", ["staff", "add", "--role", role, "--place", place], RunningIntake.Environment(intake.Database))).Output.Trim();
}
