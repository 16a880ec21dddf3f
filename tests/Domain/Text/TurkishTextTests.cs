using System.Text;
using AcikKapi.Domain.Text;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Text;

public sealed class TurkishTextTests
{
    [Theory]
    [InlineData("IĞDIR", "ığdır")]
    [InlineData("İSTANBUL", "istanbul")]
    [InlineData("I\u0307stanbul", "istanbul")]  // I and a combining dot is İ
    [InlineData("i\u0307stanbul", "istanbul")]  // what other systems make of İ
    [InlineData("S\u0327ans\u0327", "şanş")]
    [InlineData("ÇĞÖŞÜ ÂÎÛ", "çğöşü âîû")]
    [InlineData("", "")]
    public void Fold_IsTurkish(string text, string folded) => Assert.Equal(folded, TurkishText.Fold(text));

    [Theory]
    [InlineData("IĞDIR'ın köyü", "igdir'in koyu")]
    [InlineData("Şanlıurfa – Hâlâ", "sanliurfa - hala")]
    [InlineData("ÇANKAYA’DA", "cankaya'da")]
    [InlineData("5 € 中", "5  ")]
    public void FoldToAscii_HasNoMarks(string text, string folded) => Assert.Equal(folded, TurkishText.FoldToAscii(text));

    [Fact]
    public void Fold_OfAnyTextAtAll_IsFoldedForGood() => AnyText.Sample(text =>
    {
        var folded = TurkishText.Fold(text);
        return folded.IsNormalized(NormalizationForm.FormC) && TurkishText.Fold(folded) == folded;
    });

    [Fact]
    public void FoldToAscii_OfAnyTextAtAll_IsAscii() => AnyText.Sample(text =>
    {
        var folded = TurkishText.FoldToAscii(text);
        return Ascii.IsValid(folded) && TurkishText.FoldToAscii(folded) == folded;
    });

    /// <summary>Half surrogates, combining marks and Turkish letters among everything else.</summary>
    static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char, Gen.Char['\u0300', '\u036f'], Gen.Char['\ud800', '\udfff'], Gen.OneOf("iİıIğĞşŞçÇöÖüÜâÂjJ".ToCharArray())).Array[0, 30]
        .Select(letters => new string(letters));
}
