using System.Text.Json;
using System.Xml.Linq;
using AcikKapi.Intake.Open311;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.Open311;

public sealed class ItemTests
{
    /// <summary>Whatever stands in the database, a list that holds it can be read.</summary>
    [Fact]
    public void AnyText_IsReadableInBothFormats() => Gen.Char['\0', '\uFFFF'].Array[0, 20].Select(chars => new string(chars)).Sample(text =>
    {
        var item = Item.Branch("request", Item.Leaf("description", text));
        var xml = XDocument.Load(new MemoryStream(item.ToXml())).Root!.Element("description")!.Value;
        var json = JsonDocument.Parse(item.ToJson()).RootElement.GetProperty("description").GetString()!;
        Assert.Equal(text.Length, json.Length);
        Assert.Equal(json.ReplaceLineEndings("\n"), xml.ReplaceLineEndings("\n"));
    }, iter: 2_000);

    [Theory]
    [InlineData("Iğdır\uFFFEBağ", "Iğdır\uFFFDBağ")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    public void UnwritableCharacter_IsReplacedAndNothingElse(string text, string written) =>
        Assert.Equal(written, XDocument.Load(new MemoryStream(Item.Leaf("a", text).ToXml())).Root!.Value);
}
