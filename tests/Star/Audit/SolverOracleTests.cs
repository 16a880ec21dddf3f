using System.Diagnostics;
using System.Globalization;
using System.Text;
using AcikKapi.Tests.Support;
using AcikKapi.Warehouse;
using AcikKapi.Warehouse.Disclosure.Audit;
using Xunit;

namespace AcikKapi.Tests.Star.Audit;

/// <summary>
/// The audit against a linear program's answer: for hidden counts of three provinces of the ministry's release, the least and the most
/// that all its sums together allow (ACIKKAPI_SLOW=1; Debian glpk-utils).
/// </summary>
public sealed class SolverOracleTests
{
    const int CellsAsked = 40;

    [Theory]
    [InlineData("il:76")]
    [InlineData("il:36")]
    [InlineData("il:34")]
    public async Task HiddenCounts_AreNotDetermined_AndLieWithinTheAuditsBounds(string scope)
    {
        Suites.SkipUnlessSlow();
        Assert.SkipUnless(File.Exists("/usr/bin/glpsol"), "glpsol is not installed (apt-get install glpk-utils)");
        using var small = SmallWarehouse.Create();
        using var release = DuckDb.Open(small.Paths.Ministry, readOnly: true);
        release.Execute(EmbeddedSql.Read("Functions/disclosure.sql"));
        KeptTold.Read(release, small.Paths, "ministry");
        var told = ReadSystem.Run(release, $"scope_code = '{scope}'", withDistricts: false, []);
        var audit = new AuditSystem(told, ToldRule.Ministry, small.AsOf);
        Assert.Empty(audit.Run());

        var hidden = Enumerable.Range(0, told.Told.Length).Where(cell => told.Told[cell] is null && !told.Kinds[cell].IsSlack).ToList();
        var bounded = hidden.Where(cell => audit.Left(cell).High != CellSystem.Unbounded).OrderBy(cell => audit.Left(cell).High - audit.Left(cell).Low).ThenBy(cell => cell).ToList();
        Assert.NotEmpty(bounded);
        foreach (var cell in bounded.Take(CellsAsked)) // the narrowest first
        {
            var (least, most) = (await SolveAsync(told, cell, "Minimize"), await SolveAsync(told, cell, "Maximize"));
            Assert.True(most - least > 1e-6, $"cell {cell}: {least} to {most}");
            Assert.InRange(least, audit.Left(cell).Low - 1e-6, audit.Left(cell).High + 1e-6);
            Assert.InRange(most, audit.Left(cell).Low - 1e-6, audit.Left(cell).High + 1e-6);
        }
    }

    static async Task<double> SolveAsync(ToldCells told, int cell, string goal)
    {
        var folder = Directory.CreateTempSubdirectory("acikkapi-glpsol-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "p.lp"), Program(told, cell, goal));
            using var solver = Process.Start(new ProcessStartInfo("glpsol", ["--lp", Path.Combine(folder, "p.lp"), "--write", Path.Combine(folder, "p.sol")]) { RedirectStandardOutput = true })!;
            await solver.StandardOutput.ReadToEndAsync();
            await solver.WaitForExitAsync();
            // "s bas ROWS COLUMNS PRIMAL DUAL OBJECTIVE": f is feasible (and optimal), u unbounded.
            var status = (await File.ReadAllLinesAsync(Path.Combine(folder, "p.sol"))).Single(line => line.StartsWith("s bas", StringComparison.Ordinal)).Split(' ');
            return status[5] == "f" ? double.Parse(status[6], CultureInfo.InvariantCulture) : double.PositiveInfinity;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In CPLEX's format: one row a sum, told counts moved to the right, hidden ones from 1 on.
    static string Program(ToldCells told, int objective, string goal)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{goal}\n goal: x{objective}\nSubject To\n");
        var used = new HashSet<int> { objective };
        foreach (var (sum, at) in told.Sums.Select((sum, at) => (sum, at)))
        {
            var right = 0L;
            var left = new StringBuilder();
            for (var k = 0; k < sum.Length; k++)
            {
                var sign = k == sum.Length - 1 ? -1 : 1;
                if (told.Told[sum[k]] is { } count) right -= sign * count;
                else
                {
                    used.Add(sum[k]);
                    left.Append(CultureInfo.InvariantCulture, $" {(sign < 0 ? '-' : '+')} x{sum[k]}");
                }
            }
            if (left.Length > 0) text.Append(CultureInfo.InvariantCulture, $" s{at}:{left} = {right}\n");
        }
        text.Append("Bounds\n");
        foreach (var cell in used) text.Append(CultureInfo.InvariantCulture, $" x{cell} >= {(told.Kinds[cell].IsSlack || told.Kinds[cell].MayBeZero ? 0 : 1)}\n");
        return text.Append("End\n").ToString();
    }
}
