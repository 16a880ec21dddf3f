using System.Text.Json;
using System.Text.Json.Nodes;
using AcikKapi.Tests.Star;
using AcikKapi.Tests.Support;
using DuckDB.NET.Data;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace AcikKapi.Tests.Notebooks;

/// <summary>
/// notebooks/*.ipynb, executed cell by cell so that they cannot rot. Their stored outputs are those of a demo home:
/// ACIKKAPI_UPDATE_NOTEBOOKS=…/published.duckdb writes them anew.
/// </summary>
public sealed class NotebooksTests(SmallWarehouseFixture warehouse) : IClassFixture<SmallWarehouseFixture>
{
    static readonly JsonSerializerOptions AsJupyterWrites = new() { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> All => [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task EveryCell_RunsAndShowsSomething(string name)
    {
        var update = Environment.GetEnvironmentVariable("ACIKKAPI_UPDATE_NOTEBOOKS");
        var path = Path.Combine(Repository.Root, "notebooks", name);
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        var shown = await ExecuteAsync(notebook, update ?? warehouse.Small.Paths.Published);
        Assert.All(shown.Skip(1), cell => Assert.Contains(cell, text => text.Trim().Length > 0)); // the first one only opens the file
        if (update is null) return;
        Store(notebook, shown);
        await File.WriteAllTextAsync(path, notebook.ToJsonString(AsJupyterWrites) + "\n", TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void StoredOutputs_AreThereAndSayThatTheyAreSampleData(string name)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "notebooks", name)))!;
        var code = notebook["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code").Skip(1).ToList();
        Assert.All(code, cell => Assert.NotEmpty(cell!["outputs"]!.AsArray()));
        Assert.Contains("ÖRNEK VERİ", notebook.ToJsonString(AsJupyterWrites), StringComparison.Ordinal);
        Assert.Equal(".net-csharp", (string)notebook["metadata"]!["kernelspec"]!["name"]!);
        Assert.True(notebook["cells"]!.AsArray().Count(c => (string)c!["cell_type"]! == "markdown") >= 5);
    }

    /// <summary>What a cell may call besides its own: the kernel's display.</summary>
    public sealed class Kernel
    {
        public List<string> Shown { get; } = [];

#pragma warning disable IDE1006 // the kernel's own name for it
        public void display(object value) => Shown.Add(value.ToString() ?? "");
#pragma warning restore IDE1006
    }

    static async Task<List<List<string>>> ExecuteAsync(JsonNode notebook, string published)
    {
        var kernel = new Kernel();
        var options = ScriptOptions.Default
            .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(System.Data.Common.DbConnection).Assembly, typeof(DuckDBConnection).Assembly, typeof(System.ComponentModel.Component).Assembly)
            .WithImports("System", "System.Collections.Generic", "System.Linq");
        ScriptState<object>? state = null;
        var shown = new List<List<string>>();
        foreach (var cell in notebook["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code"))
        {
            // The package is referenced here already, and the file is this test's.
            var source = string.Concat(cell!["source"]!.AsArray().Select(line => (string)line!).Where(line => !line.StartsWith("#r", StringComparison.Ordinal)))
                .Replace("Environment.GetEnvironmentVariable(\"ACIKKAPI_PUBLISHED\")", JsonSerializer.Serialize(published), StringComparison.Ordinal);
            state = state is null ? await CSharpScript.RunAsync(source, options, kernel, typeof(Kernel)) : await state.ContinueWithAsync(source);
            shown.Add([.. kernel.Shown]);
            kernel.Shown.Clear();
        }
        ((DuckDBConnection)state!.GetVariable("db").Value).Dispose();
        return shown;
    }

    static void Store(JsonNode notebook, List<List<string>> shown)
    {
        var number = 0;
        foreach (var cell in notebook["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code"))
        {
            cell!["outputs"] = new JsonArray([.. shown[number].Select(text => new JsonObject
            {
                ["output_type"] = "display_data", ["metadata"] = new JsonObject(),
                ["data"] = new JsonObject { ["text/plain"] = new JsonArray([.. Lines(text).Select(line => (JsonNode)line)]) },
            })]);
            cell["execution_count"] = ++number;
        }
    }

    static IEnumerable<string> Lines(string text)
    {
        var lines = text.Split('\n');
        return lines.Select((line, i) => i < lines.Length - 1 ? line + "\n" : line);
    }
}
