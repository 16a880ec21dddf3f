using AcikKapi.Domain.Text;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Domain.Text;

public sealed class MinHashTests
{
    static readonly Gen<string[]> Words = Gen.OneOf(Gen.Const("yol"), Gen.Const("su"), Gen.Const("ışık"), Gen.Const("çöp"), Gen.Const("park"), Gen.Const("okul"), Gen.Const("köprü"), Gen.Const("durak")).Array[4, 40];

    [Fact]
    public void SameText_IsWhollyAlikeWhateverItsCaseMarksAndPunctuation() =>
        Assert.Equal(1.0, MinHash.Likeness(MinHash.Of("SOKAĞIMIZDA ışıklar yanmıyor; İtfaiye gelsin!")!, MinHash.Of("sokagimizda isiklar yanmiyor itfaiye gelsin")!));

    /// <summary>The mean error over many pairs is what theory says; a single one may be off by a few standard errors.</summary>
    [Fact]
    public void Likeness_EstimatesTheShareOfCommonPairs()
    {
        var (errors, count) = (0.0, 0);
        Gen.Select(Words, Words).Sample((one, other) =>
        {
            var (a, b) = (string.Join(' ', one), string.Join(' ', other));
            if (MinHash.Of(a) is not { } printA || MinHash.Of(b) is not { } printB) return;
            var (setA, setB) = (MinHash.Pairs(a), MinHash.Pairs(b));
            var exact = (double)setA.Intersect(setB).Count() / setA.Union(setB).Count();
            var estimate = MinHash.Likeness(printA, printB);
            Assert.InRange(estimate, exact - 0.36, exact + 0.36); // six standard errors
            lock (Words) { errors += estimate - exact; count++; }
        }, iter: 3_000);
        Assert.InRange(errors / count, -0.01, 0.01);
    }

    [Fact]
    public void TextsAlike_ShareABand()
    {
        const string Text = "Mahallemizdeki park lambaları üç haftadır yanmıyor, akşamları çocuklar parka gidemiyor, belediye ilgilensin lütfen";
        var (one, other) = (MinHash.Of(Text)!, MinHash.Of(Text + " bekliyoruz")!);
        Assert.NotEmpty(MinHash.Bands(one).Intersect(MinHash.Bands(other)));
        Assert.Empty(MinHash.Bands(one).Intersect(MinHash.Bands(MinHash.Of("Emekli maaşımın eksik yatırılması hakkında bilgi almak istiyorum, dilekçem cevapsız kaldı")!)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("su yok")]
    [InlineData("... !!! ???")]
    public void ShortText_HasNoPrint(string text) => Assert.Null(MinHash.Of(text));
}
