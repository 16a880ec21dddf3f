using AcikKapi.Simulator;
using AcikKapi.Simulator.Texts;
using Xunit;

namespace AcikKapi.Tests.Simulator.Texts;

public sealed class HandwritingTests
{
    const string Text = "ışık yanmıyor. Iğdır'da 4.500 TL istendi, çözüm yok.";

    [Theory]
    [InlineData(false, false, false, "Işık yanmıyor. Iğdır'da 4.500 TL istendi, çözüm yok.")]
    [InlineData(true, false, false, "Isik yanmiyor. Igdir'da 4.500 TL istendi, cozum yok.")]
    [InlineData(false, true, false, "IŞIK YANMIYOR. IĞDIR'DA 4.500 TL İSTENDİ, ÇÖZÜM YOK.")]
    [InlineData(true, true, false, "ISIK YANMIYOR. IGDIR'DA 4.500 TL ISTENDI, COZUM YOK.")]
    [InlineData(false, false, true, "ışık yanmıyor ığdırda 4.500 tl istendi çözüm yok")]
    public void Hand_WritesInItsWay(bool plain, bool capitals, bool noMarks, string expected) =>
        Assert.Equal(expected, new Handwriting(plain, capitals, noMarks, 0).Write(Text, new Dice(1)));

    [Fact]
    public void Slips_ChangeLettersButNoDigits()
    {
        var written = new Handwriting(false, false, false, 0.2).Write(Text, new Dice(3));
        Assert.NotEqual(Text, written);
        Assert.Equal(Text.Where(char.IsDigit), written.Where(char.IsDigit));
    }
}
