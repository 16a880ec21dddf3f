using System.Security.Cryptography;
using AcikKapi.Intake.TipOffs;
using CsCheck;
using Xunit;

namespace AcikKapi.Tests.Intake.TipOffs;

public sealed class TipOffSealTests
{
    const string Bureau = "76", Number = "761234567890123456";

    static readonly TipOffSeal Seal = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void ClosedBox_OpensToTheSameWords() =>
        Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text => Assert.Equal(text, Seal.Open(Bureau, Number, Seal.Close(Bureau, Number, text))), iter: 2_000);

    [Fact]
    public void SameWords_NeverMakeTheSameBox() => Assert.NotEqual(Seal.Close(Bureau, Number, "Işık"), Seal.Close(Bureau, Number, "Işık"));

    [Fact]
    public void ChangedBox_DoesNotOpen() => Gen.Select(Gen.Int[0, 31], Gen.Byte[1, 255]).Sample((at, change) =>
    {
        var box = Seal.Close(Bureau, Number, "Işık");
        box[at % box.Length] ^= change;
        Assert.ThrowsAny<CryptographicException>(() => Seal.Open(Bureau, Number, box));
    }, iter: 500);

    [Theory]
    [InlineData("76", "761234567890123457")] // another tip-off
    [InlineData("76", "341234567890123456")] // of another province
    [InlineData("34", Number)]
    [InlineData("76-1692", Number)] // another bureau of the same province
    public void Box_OpensForItsOwnBureauAndNumberOnly(string bureau, string number) =>
        Assert.ThrowsAny<CryptographicException>(() => Seal.Open(bureau, number, Seal.Close(Bureau, Number, "Işık")));

    [Fact]
    public void AnotherHomesKey_DoesNotOpen() =>
        Assert.ThrowsAny<CryptographicException>(() => new TipOffSeal(RandomNumberGenerator.GetBytes(32)).Open(Bureau, Number, Seal.Close(Bureau, Number, "Işık")));

    [Fact]
    public void CutOffBox_IsRefused() => Assert.ThrowsAny<CryptographicException>(() => Seal.Open(Bureau, Number, Seal.Close(Bureau, Number, "Işık")[..20]));

    [Fact]
    public void BoxKey_IsTheSameEachTimeAndOfItsNumberAndHomeAlone()
    {
        Assert.Equal(Seal.BoxKeyOf(Number), Seal.BoxKeyOf(Number));
        Assert.NotEqual(Seal.BoxKeyOf(Number), Seal.BoxKeyOf("761234567890123457"));
        Assert.NotEqual(Seal.BoxKeyOf(Number), new TipOffSeal(RandomNumberGenerator.GetBytes(32)).BoxKeyOf(Number));
    }
}
