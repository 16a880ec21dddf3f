using AcikKapi.Simulator.Texts;
using Xunit;

namespace AcikKapi.Tests.Simulator.Texts;

public sealed class MorphologyTests
{
    [Theory]
    [InlineData("ev", "(y)I", "evi")]
    [InlineData("okul", "(y)I", "okulu")]
    [InlineData("kapı", "(y)I", "kapıyı")]
    [InlineData("köprü", "(y)A", "köprüye")]
    [InlineData("yol", "DA", "yolda")]
    [InlineData("park", "DA", "parkta")]
    [InlineData("sokak", "DAn", "sokaktan")]
    [InlineData("fatura", "(n)In", "faturanın")]
    [InlineData("gün", "(I)m", "günüm")]
    [InlineData("araba", "(I)mIz", "arabamız")]
    [InlineData("işçi", "(s)I", "işçisi")]
    [InlineData("kar", "(y)lA", "karla")]
    public void Suffix_FollowsVowelHarmonyAndBuffers(string word, string suffix, string expected) => Assert.Equal(expected, Morphology.Add(word, suffix));

    [Theory]
    [InlineData("kitap", "kitabı")]
    [InlineData("ilaç", "ilacı")]
    [InlineData("aylık", "aylığı")]
    [InlineData("renk", "rengi")]
    [InlineData("süt", "sütü")]
    [InlineData("devlet", "devleti")]
    [InlineData("kâğıt", "kâğıdı")]
    [InlineData("borç", "borcu")]
    [InlineData("şehir", "şehri")]
    [InlineData("nakil", "nakli")]
    [InlineData("hak", "hakkı")]
    [InlineData("saat", "saati")]
    [InlineData("kontrol", "kontrolü")]
    [InlineData("icra haciz", "icra haczi")]
    [InlineData("su", "suyu")]
    [InlineData("içme su", "içme suyu")]
    [InlineData("tehdit", "tehdidi")]
    [InlineData("teşvik", "teşviki")]
    [InlineData("icmal", "icmali")]
    public void Stem_BeforeAVowel_SoftensShortensOrGoesItsOwnWay(string word, string expected) => Assert.Equal(expected, Morphology.Add(word, "(y)I"));

    [Theory]
    [InlineData("suda", "DA")]
    [InlineData("suyla", "(y)lA")]
    [InlineData("suyun", "(n)In")]
    public void Water_TakesYOnlyBeforeVowels(string expected, string suffix) => Assert.Equal(expected, Morphology.Add("su", suffix));

    [Theory]
    [InlineData("Iğdır", "DA", "Iğdır'da")]
    [InlineData("Zonguldak", "(y)A", "Zonguldak'a")]
    [InlineData("Tokat", "(n)In", "Tokat'ın")]
    [InlineData("Karakuyu Mahallesi", "nDA", "Karakuyu Mahallesi'nde")]
    [InlineData("Iğdır İl Millî Eğitim Müdürlüğü", "nDAn", "Iğdır İl Millî Eğitim Müdürlüğü'nden")]
    public void ProperName_KeepsItsSpellingAndTakesAnApostrophe(string name, string suffix, string expected) => Assert.Equal(expected, Morphology.AddToName(name, suffix));

    [Theory]
    [InlineData("2024", "DA", "2024'te")]
    [InlineData("2026", "DA", "2026'da")]
    [InlineData("10", "(y)A", "10'a")]
    [InlineData("20", "(y)A", "20'ye")]
    [InlineData("300", "DAn", "300'den")]
    [InlineData("1000", "DA", "1000'de")]
    [InlineData("40", "DA", "40'ta")]
    public void Number_IsSuffixedAsItIsRead(string number, string suffix, string expected) => Assert.Equal(expected, Morphology.AddToName(number, suffix));
}
