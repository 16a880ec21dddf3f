using System.Diagnostics;
using System.Text.Json.Nodes;
using AcikKapi.Domain.Reference;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

/// <summary>The npm client "open311", which knows nothing of us, uses every method it has (ACIKKAPI_ORACLES=1; node and npm).</summary>
public sealed class IndependentClientTests(RunningIntake intake) : IClassFixture<RunningIntake>
{
    const string Client = "open311@0.0.12";

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task PublishedClient_DiscoversFilesAndReads(string format)
    {
        Suites.SkipUnlessOracles();
        var folder = Directory.CreateTempSubdirectory("acikkapi-open311-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"name":"client","version":"1.0.0","private":true}""");
            Run(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "request@2.11.4", "lodash@0.6.1", "fast-xml-parser@5");
            Unpack(folder, Run(folder, "npm", "pack", "--silent", Client).Trim());
            var said = JsonNode.Parse(Run(folder, "node", Path.Combine(Repository.Root, "tests/Intake/Open311/client/use.js"), folder, intake.Http.BaseAddress!.ToString().TrimEnd('/'), await intake.AddKeyAsync(), format))!;

            Assert.All(["specification", "services", "attributes", "id", "one", "many", "list", "description", "found", "refused"], name => Assert.True(said[name] is not null, $"{name} {said}"));
            Assert.Equal("http://wiki.open311.org/GeoReport_v2", (string)said["specification"]!);
            Assert.Equal(Vocabulary.Current.Types.Count, (int)said["services"]!);
            Assert.Equal(14, (int)said["attributes"]!);
            Assert.Equal(((string)said["id"]!, (string)said["id"]!), ((string)said["one"]!, (string)said["found"]!));
            Assert.Equal((1, "Işıklar yanmıyor."), ((int)said["many"]!, (string)said["description"]!));
            Assert.True((int)said["list"]! >= 1);
            Assert.Contains("attribute[national_id]", (string)said["refused"]!, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>As published; its missing dependencies are empty folders for which the script stands in others.</summary>
    static void Unpack(string folder, string archive)
    {
        var modules = Path.Combine(folder, "node_modules");
        Run(folder, "tar", "xzf", archive);
        Directory.Move(Path.Combine(folder, "package"), Path.Combine(modules, "open311"));
        foreach (var name in new[] { "sparkxml", "xml2json" })
        {
            Directory.CreateDirectory(Path.Combine(modules, name));
            File.WriteAllText(Path.Combine(modules, name, "index.js"), "");
        }
    }

    static string Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
        return output;
    }
}
