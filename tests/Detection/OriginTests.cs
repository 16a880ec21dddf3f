using System.Text.RegularExpressions;
using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Detection;

/// <summary>A detector that knew which rows are simulated would prove nothing.</summary>
public sealed partial class OriginTests
{
    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "analytics"), "*.*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".sql")
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory, MemberData(nameof(Files))]
    public void Analytics_NeverReadsWhereARowComesFrom(string file) =>
        Assert.DoesNotMatch(Forbidden(), File.ReadAllText(Path.Combine(Repository.Root, file)));

    [GeneratedRegex(@"\borigin\b|simulat|is_simulated", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
