using System.Net;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

public sealed class KeyCommandsTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    [Fact]
    public async Task KeyOfTheCommand_FilesUntilItIsDisabled()
    {
        var environment = RunningIntake.Environment(intake.Database);
        var key = (await Programs.RunAsync("AcikKapi.Intake", ["open311-key", "add", "--name", "Iğdır Cepte", "--place", "76", "--channel", "web"], environment)).Output.Trim();
        await intake.FiledAsync(GeoReport.Valid(), key);
        Assert.Equal("web", await intake.ScalarAsync<string>("select channel_code from intake.applications"));

        var list = (await Programs.RunAsync("AcikKapi.Intake", ["open311-key", "list"], environment)).Output;
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
        var account = Assert.Single(list.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Split('\t');
        Assert.Equal(["Iğdır Cepte", "web", "76", "600"], account[1..5]);
        await Programs.RunAsync("AcikKapi.Intake", ["open311-key", "disable", account[0]], environment);
        await GeoReport.RefusedAsync(await intake.FileAsync(GeoReport.Valid(), key), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task UnknownPlaceOrKey_IsOneSentenceAndExit1()
    {
        foreach (var arguments in new string[][] { ["add", "--name", "x", "--place", "99"], ["add", "--name", "x", "--per-minute", "0"], ["disable", Guid.NewGuid().ToString()] })
        {
            var result = await Programs.TryRunAsync("AcikKapi.Intake", ["open311-key", .. arguments], RunningIntake.Environment(intake.Database));
            Assert.Equal((1, 1), (result.ExitCode, result.Errors.Trim().Split('\n').Length));
        }
    }
}
