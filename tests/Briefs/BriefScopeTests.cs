using AcikKapi.Domain;
using AcikKapi.Reports;
using Xunit;

namespace AcikKapi.Tests.Briefs;

public sealed class BriefScopeTests
{
    [Theory]
    [InlineData("il:76", "il:76", "il-76")]
    [InlineData("ilce:76-1692", "ilce:76-1692", "ilce-76-1692")]
    [InlineData("bakanlik", "TR", "bakanlik")]
    public void KnownForm_HasScopeCodeAndFolder(string text, string code, string folder)
    {
        var scope = BriefScope.Parse(text);
        Assert.Equal(code, scope.Code);
        Assert.Equal(folder, scope.Folder);
        Assert.Equal(text, scope.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("il:0")]
    [InlineData("il:82")]
    [InlineData("il:076")]
    [InlineData("ilce:76")]
    [InlineData("ilce:76-1692/../..")]
    [InlineData("IL:76")]
    public void UnknownForm_IsAUsersError(string text) => Assert.Throws<UserError>(() => BriefScope.Parse(text));
}
