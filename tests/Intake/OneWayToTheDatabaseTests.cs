using AcikKapi.Tests.Support;
using Xunit;

namespace AcikKapi.Tests.Intake;

public sealed class OneWayToTheDatabaseTests
{
    /// <summary>A statement outside the transaction wrapper would run without a place.</summary>
    [Theory]
    [InlineData("using Dapper;")]
    [InlineData("NpgsqlCommand(")]
    [InlineData(".OpenConnection")]
    public void Statements_AreSentFromThePostgresFolderOnly(string words)
    {
        var room = Path.Combine(Repository.Root, "intake-api", "Intake");
        var elsewhere = Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(room, "Postgres") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains(words, StringComparison.Ordinal));
        Assert.Empty(elsewhere);
    }
}
