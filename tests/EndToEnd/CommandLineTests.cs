using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.EndToEnd;

/// <summary>What the true command line says when it is used wrongly or finds nothing.</summary>
public sealed class CommandLineTests
{
    static readonly string Nowhere = Path.Combine(Path.GetTempPath(), $"acikkapi-nowhere-{Guid.NewGuid():N}");

    [Theory]
    [InlineData("nosuchcommand")]
    [InlineData("nightly", "--as-of", "31.10.2026")]
    [InlineData("flags", "--format", "xml")]
    [InlineData("brief", "--period", "2026-10")]
    [InlineData("import", "--units", "u.csv")]
    [InlineData("export", "pub_types")]
    [InlineData("export", "--internal")]
    [InlineData("explain")]
    public async Task WrongUsage_Exits2(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("flags")]
    [InlineData("brief", "--scope", "il:76", "--period", "2026-10")]
    [InlineData("nightly")]
    [InlineData("export", "pub_types", "--out", "types.csv")]
    [InlineData("export", "--lake", "lake")]
    [InlineData("explain", "pub_types")]
    public async Task NothingThereYet_Exits1WithASentenceThatNamesTheCommand(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("(?i)\\b(run|start)\\b", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseAway_Exits1WithASentence()
    {
        var result = await RunAsync(["up"], ("ConnectionStrings__Intake", "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("PostgreSQL", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("test")]
    [InlineData("up")]
    [InlineData("down")]
    [InlineData("status")]
    [InlineData("simulate")]
    [InlineData("nightly")]
    [InlineData("ingest")]
    [InlineData("label")]
    [InlineData("build")]
    [InlineData("flag")]
    [InlineData("publish")]
    [InlineData("flags")]
    [InlineData("brief")]
    [InlineData("export")]
    [InlineData("explain")]
    [InlineData("import")]
    [InlineData("bench")]
    public async Task Help_HasAnExample(string command)
    {
        var result = await RunAsync([command, "--help"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"Example: ./acikkapi {command}", result.Output, StringComparison.Ordinal);
    }

    static Task<ProgramResult> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var all = new Dictionary<string, string> { ["ACIKKAPI_HOME"] = Nowhere };
        foreach (var (name, value) in environment) all[name] = value;
        return Programs.TryRunAsync("AcikKapi.Cli", arguments, all);
    }
}
