using System.Text;
using AcikKapi.Domain.Classification;
using AcikKapi.Domain.Text;
using Xunit;

namespace AcikKapi.Tests.Classification;

public sealed class TurkishFeaturesTests
{
    const string Text = "Iğdır'da ısınma yardımı için İlçe Kaymakamlığına başvurdum, şikâyetçiyim. Çöpler üç gündür duruyor!";

    [Fact]
    public void UpperLowerTitleAndDecomposed_AreOneText()
    {
        var expected = Terms(Text);

        Assert.Equal(expected, Terms(Text.ToUpper(TurkishText.Culture)));
        Assert.Equal(expected, Terms(Text.ToLower(TurkishText.Culture)));
        Assert.Equal(expected, Terms(TurkishText.Culture.TextInfo.ToTitleCase(Text.ToLower(TurkishText.Culture))));
        Assert.Equal(expected, Terms(Text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void SuffixAfterApostrophe_IsLeftOut() => Assert.Equal(Terms("Iğdır yolu"), Terms("Iğdır'ın yolu"));

    [Theory]
    [InlineData("muhtarımız Zehra Hanım da şahittir", "muhtarımız Hanım da şahittir")]
    [InlineData("KOMŞUMUZ MEHMET BEY'E SORDUM", "komşumuz bey sordum")]
    [InlineData("yusuf beyden yardım istedim", "beyden yardım istedim")]
    [InlineData("Kemal adlı görevliyle görüştüm", "adlı görevliyle görüştüm")]
    [InlineData("dün Mehmet'e sordum, ayşegülden duydum", "dün sordum, duydum")]
    [InlineData("su akmıyor benim adım Ayten", "su akmıyor benim adım")]
    public void NameOfAThirdPerson_IsLeftOut(string text, string without) => Assert.Equal(Terms(without), Terms(text));

    [Theory, InlineData("doktor hanım"), InlineData("5 bey geldi"), InlineData("bir adım atılmadı")]
    public void WhatIsNoName_Stays(string text) => Assert.NotEqual(Terms(text.Split(' ')[^1]), Terms(text));

    [Fact]
    public void WithoutDiacritics_ThePiecesRemain()
    {
        var written = Terms("çöp toplanmıyor");
        var plain = Terms("cop toplanmiyor");

        Assert.NotEqual(written, plain);
        Assert.True(written.Intersect(plain).Count() > written.Count / 2);
    }

    [Fact]
    public void Diacritics_TellWordsApart() => Assert.NotEqual(Terms("kadın"), Terms("kadin"));

    [Theory, InlineData(""), InlineData("!?… 👍"), InlineData("\uD800 \0")]
    public void TextWithoutWords_HasNoTerms(string text) => Assert.InRange(Terms(text).Count, 0, 20);

    static SortedDictionary<ulong, int> Terms(string text) => new(new TurkishFeatures().Count(text).ToDictionary());
}
